import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { root, sstFolder } from "./paths.ts";

/** The compiler's complaints about files of ours, one line each; its own about SST's sources are none of our business. */
async function complaints(project: string): Promise<string[]> {
  const said = await new Promise<string>((resolve, reject) => {
    execFile(
      join(root, "node_modules/.bin/tsc"),
      ["--noEmit", "--pretty", "false", "-p", project],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number") reject(error);
        else resolve(`${stdout}${stderr}`);
      },
    );
  });
  return said.split("\n").filter((line) => /error TS\d+/.test(line) && !line.startsWith(".sst/platform/"));
}

/** sst.config.ts and infra/, as strictly as everything else of ours. */
export function infraComplaints(): Promise<string[]> {
  return complaints("infra/tsconfig.json");
}

/** What the functions' reading of the links says to these types. */
export async function complaintsAbout(types: string): Promise<string[]> {
  await mkdir(sstFolder, { recursive: true });
  const folder = await mkdtemp(join(sstFolder, "types-"));
  try {
    await writeFile(join(folder, "sst-env.d.ts"), types);
    const reading = relative(folder, join(root, "packages/functions/src/resources.ts"));
    const project = { extends: "../../tsconfig.json", include: ["sst-env.d.ts", reading] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
    return await complaints(join(folder, "tsconfig.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
