import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runStep } from "./step.ts";

// The properties of the repository, with cases that no test run has drawn: `npm run soak -- [rounds] [files …]`.
const [first = "10", ...files] = process.argv.slice(2);
const rounds = Number(first);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("soak: npm run soak -- [rounds, default 10] [test files, default all that hold a property]");
  process.exit(2);
}

const chosen = files.length > 0 ? files : withProperties();
console.log(`soak: ${chosen.length} files with properties, ${rounds} rounds, each with another seed`);
for (let round = 1; round <= rounds; round++) {
  const seed = (Date.now() ^ (round << 20)) | 0;
  console.log(`soak: round ${round} of ${rounds}, LAPSE_SEED=${seed}`);
  const { ok, seconds } = await runStep({
    ...{ name: "properties", program: "vitest", args: ["run", "--reporter=dot", ...chosen] },
    env: { LAPSE_SEED: String(seed) },
  });
  if (!ok) {
    console.error(
      `soak: failed after ${seconds.toFixed(0)} s. The same again: LAPSE_SEED=${seed} npx vitest run <file>`,
    );
    process.exit(1);
  }
}
console.log("soak: nothing found");

function withProperties(): string[] {
  return globSync("{packages/*/test,tests}/**/*.test.ts", { cwd: root })
    .filter((file) => /\bfc\.assert\(/.test(readFileSync(join(root, file), "utf8")))
    .toSorted();
}
