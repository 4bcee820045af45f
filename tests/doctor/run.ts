import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Examination } from "@lapse/core/linkedin/report/examination";
import type { ReplicaMember } from "@lapse/replica/replica";
import { day, person, type Scene } from "../sweep/kit.ts";

const command = fileURLToPath(new URL("../../packages/local/src/lapse.ts", import.meta.url));

export interface Examined {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** Of `--json`. */
  readonly told: Examination;
}

/** Runs `lapse doctor` on a scene. */
export function doctor(here: Scene, ...options: string[]): Promise<Examined> {
  const args = ["doctor", "--session", here.sessionFile, "--site", here.replica.origin, ...options];
  const child = spawn(process.execPath, [command, ...args], {
    cwd: here.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    err += part;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      resolve({
        status,
        out,
        err,
        get told() {
          return JSON.parse(out) as Examination;
        },
      }),
    );
  });
}

/** Invitations with something personal in every place that a page shows. */
export function personalRows(count: number) {
  return Array.from({ length: count }, (_, i) =>
    person(`Quirina Zzyzx${i}`, 10 + i * 9, {
      slug: `quirina-zzyzx-${i}`,
      headline: `Wrangler of Qoph ${i}`,
      ageMs: (10 + i * 9) * day,
      ...(i % 3 === 0 ? { note: `Remember Qaanaaq ${i}?` } : {}),
    }),
  );
}

/** What of a member and the people in the list a text holds; it should be nothing. */
export function personalIn(text: string, member: ReplicaMember, sessionFile: string): string[] {
  const session = JSON.parse(readFileSync(sessionFile, "utf8")) as { cookies: { value: string }[] };
  const people = [...member.pending(), ...member.withdrawn()];
  const words = [
    ...["Quirina", "Zzyzx", "quirina", "Qoph", "Qaanaaq", member.slug, member.name, member.email],
    ...people.flatMap((each) => [each.id, each.name, each.slug ?? each.name, each.profileUrn, each.cardKey]),
    ...session.cookies.map((cookie) => cookie.value.replaceAll('"', "")).filter((value) => value.length > 5),
  ];
  return [...new Set(words)].filter((word) => text.includes(word));
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}
