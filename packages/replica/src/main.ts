import { parseArgs } from "node:util";
import { demoMembers } from "./demo.ts";
import { startReplica } from "./replica.ts";

const usage = "usage: npm run replica -- [--port N] [--seed N] [--many N] [--data FILE]";

/** `npm run replica`: the demo members, until Ctrl-C. `--many` adds one with N generated invitations. */
async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (options === null) {
    console.error(usage);
    return 2;
  }
  const { port, seed, many, data } = options;
  const replica = await startReplica({ port, seed, ...(data === undefined ? {} : { dataFile: data }) });
  for (const spec of demoMembers(Date.now())) replica.addMember(spec);
  if (many > 0)
    replica.addMember({
      slug: "cleo-many",
      name: "Cleo Many",
      email: "cleo@sender.example",
      password: "cleo-demo",
      generated: { count: many },
    });
  console.log(`Sent invitations  ${replica.origin}/mynetwork/invitation-manager/sent/`);
  console.log(`Control page      ${replica.origin}/replica`);
  for (const { name, email, password, pendingCount } of replica.members())
    console.log(`Sign in as        ${email} / ${password}  (${name}, ${pendingCount} pending)`);
  console.log("Ctrl-C ends it.");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await replica.close();
  return 0;
}

interface Options {
  readonly port: number;
  readonly seed: number;
  readonly many: number;
  readonly data: string | undefined;
}

function optionsFrom(args: readonly string[]): Options | null {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: text, seed: text, many: text, data: text },
    });
    const numbers = [values.port ?? "4100", values.seed ?? "1", values.many ?? "0"].map(Number);
    const [port = 0, seed = 1, many = 0] = numbers;
    const good = numbers.every((n) => Number.isInteger(n) && n >= 0) && port < 65_536;
    return good ? { port, seed, many, data: values.data } : null;
  } catch {
    return null;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(taken ? "replica: that port is taken; give another with --port N" : error);
  process.exitCode = 1;
}
