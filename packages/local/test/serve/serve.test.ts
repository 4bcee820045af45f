import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cellText } from "@lapse/core/export/csv";
import { connectSession } from "@lapse/functions/connect/connectSession";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signUp } from "../../src/demo/signUp.ts";
import { serveCommand } from "../../src/serve/command.ts";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { newFolder } from "../support/folders.ts";
import { adaEmail, freePort, noNotice, replicaWithAda, use } from "../support/served.ts";
import { startSmtpServer } from "../support/smtpServer.ts";
import { lapse, lapseEnded, type Started } from "../support/start.ts";
import { heldStreams } from "../support/streams.ts";

let scene: Awaited<ReturnType<typeof replicaWithAda>>;
const data = join(newFolder(), "lapse");
beforeAll(async () => {
  scene = await replicaWithAda();
});
afterAll(() => scene.replica.close());

/** Starts it, and resolves once it is at work. */
async function serve(more: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const started = lapse(["serve", "--data", data, "--site", scene.replica.origin, ...more], environment);
  await started.saying("Ctrl-C stops");
  const address = (name: string) =>
    new RegExp(`^${name}: .*?(http\\S+)$`, "m").exec(started.said())?.[1] ?? "";
  return { started, form: address("pages"), inbox: address("mail") };
}

async function ended({ child, ended }: Started) {
  child.kill("SIGTERM");
  expect(await ended()).toBe(0);
}

const command = (...args: string[]) => lapseEnded([...args, "--data", data]);

describe("lapse serve", () => {
  test("serves the pages, is found by the other commands, and ends with everything it started", async () => {
    const port = await freePort();
    const { started, form, inbox } = await serve(["--port", String(port)]);
    expect(form).toBe(`http://127.0.0.1:${port}`);
    expect(started.said()).toContain(`data: ${data}`);
    expect(started.said()).toContain("There is no member yet: sign up on the pages.");
    await signUp({ form, inbox }, { email: adaEmail, olderThanDays: "30", perDay: "10", noticeDays: "7" });

    const status = await command("status", "--json");
    expect(JSON.parse(status.out)).toMatchObject({
      ...{ running: true, pages: form, data, site: scene.replica.origin },
      members: [
        { email: adaEmail, connection: "none", whoActs: "member", noSweep: "the member is not connected" },
      ],
    });
    const unconnected = await command("preview");
    expect(unconnected.status).toBe(1);
    expect(unconnected.said).toContain(`run 'lapse connect', or connect at ${form}/connect.`);

    const second = await lapseEnded(["serve", "--data", data, "--site", scene.replica.origin]);
    expect(second.status).toBe(1);
    expect(second.said).toMatch(
      new RegExp(`already runs on ${data}, process ${started.child.pid} .*${form}`),
    );
    await ended(started);
  });

  test("has its list read by a preview that clicks nothing, whether it runs or not", async () => {
    await use(data, async ({ adapters }) => {
      const member = await adapters.members.findByEmail(adaEmail);
      await adapters.members.changePolicy(member?.id ?? "", () => noNotice);
      await connectSession(
        member?.id ?? "",
        { ...scene.ada.mintSession(), member: "/in/ada-sender" },
        adapters,
      );
    });
    const { status, out, said } = await command("preview", "--json");
    expect([status, said.replace(out, "")]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      ...{ outcome: "previewed", member: adaEmail, account: "/in/ada-sender" },
      preview: {
        sent: { pending: 3, read: 3, due: 1, kept: [{ ref: { name: "=Kept One" } }], fresh: [{}] },
        coming: [{ ref: { name: "Old One" }, on: expect.stringMatching(/Z$/) }],
      },
    });
    expect(scene.ada.withdrawn()).toEqual([]);
    const words = await command("status");
    expect(words.out).toContain("not running: start it with 'lapse serve'");
    expect(words.out).toMatch(/pending {5}3, read /);
    expect(words.out).toContain("next sweep  none: the member has not started the clean-up");
  });

  test("sweeps a member who started, at once and with the real pace, and mails through the server of its own", async () => {
    await use(data, async ({ adapters }) => {
      const member = await adapters.members.findByEmail(adaEmail);
      const now = adapters.now();
      await adapters
        .ledgerOf(member?.id ?? "")
        .append({ kind: "confirmed", due: 1, at: now, run: "r", account: null });
      await adapters.members.start(member?.id ?? "", now, now);
    });
    const smtp = await startSmtpServer();
    const mail = {
      LAPSE_SMTP_URL: `smtp://me:hunter2@127.0.0.1:${smtp.port}`,
      LAPSE_MAIL_FROM: "Lapse <lapse@example.org>",
    };
    const { started, form } = await serve([], mail);
    expect(started.said()).toContain(`through 127.0.0.1:${smtp.port}, from Lapse <lapse@example.org>`);
    expect(started.said()).toContain(`${adaEmail}: a sweep now; next digest `);
    await started.saying(`${adaEmail}: 1 invitation was withdrawn`);
    expect(scene.ada.withdrawn().map(({ name }) => name)).toEqual(["Old One"]);
    await fetch(new URL("/sign-in", form), {
      ...{ method: "POST", redirect: "manual", headers: { origin: form } },
      body: new URLSearchParams({ email: adaEmail }),
    });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatch(/Subject: \d{6} is your Lapse code/);
    expect(started.said()).not.toContain("hunter2");
    await ended(started);
  });

  test("has everything exported, for a program and for a spreadsheet, into files of one's own", async () => {
    const file = join(newFolder(), "ada.csv");
    const csv = await command("export", "--format", "csv", "--out", file);
    expect(csv.status).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toContain('"\'=Kept One"');
    expect(cellText("'=Kept One")).toBe("=Kept One");
    const again = await command("export", "--out", file);
    expect([again.status, again.said]).toEqual([2, expect.stringContaining("it is there already")]);
    const json = await command("export");
    expect(JSON.parse(json.out)).toMatchObject({ schema: "lapse-export/1", member: { email: adaEmail } });
  });

  test("is refused with the cause and the next step where it cannot start", async () => {
    const refused = (...args: string[]) =>
      serveCommand(args, heldStreams().streams, new AbortController().signal);
    await expect(refused("--data", data)).rejects.toThrow(
      `${data} holds members of ${scene.replica.origin}, not of https://www.linkedin.com: name another directory`,
    );
    await expect(refused("--port", "x")).rejects.toThrow(/^--port must be a number/);
    const demo = newFolder();
    openDataDirectory(demo);
    writeFileSync(join(demo, "replica.json"), "{}");
    await expect(refused("--data", demo)).rejects.toThrow(/holds the demonstration/);
    const taken = new URL(scene.replica.origin).port;
    await expect(refused("--data", data, "--site", scene.replica.origin, "--port", taken)).rejects.toThrow(
      `Port ${taken} is in use by another program: name another with --port.`,
    );
    await expect(use(newFolder(), async () => undefined)).rejects.toThrow(/start 'lapse serve' first/);

    const noSender = await lapseEnded(["serve", "--data", data], {
      LAPSE_SMTP_URL: "smtps://me:hunter2@m.example",
    });
    expect(noSender.status).toBe(1);
    expect(noSender.said).toMatch(/^lapse: LAPSE_MAIL_FROM is not set.*\n$/);
  });
});
