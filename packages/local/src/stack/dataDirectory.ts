import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { StackRefused } from "./errors.ts";
import { writeWhole } from "./writeWhole.ts";

/** Where one installation keeps everything it has. Only its owner may enter it. */
export interface DataDirectory {
  readonly path: string;
  /** 32 random bytes that seal sessions; mode 0600. */
  readonly keyFile: string;
}

const marker = "format";
const format = "lapse data, version 1\n";
/** What `lapse sweep` may have made here before `npm start` ever did. */
const sweepEntries = /^(?:ledger\.jsonl|lease(?:\..*)?)$/;

/**
 * Opens a data directory, or makes one where there is nothing. What is not recognisably ours is refused and left as
 * it is: a mistyped --data must never write into somebody's folder.
 */
export function openDataDirectory(given: string): DataDirectory {
  const path = resolve(given);
  if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!statSync(path).isDirectory())
    throw new StackRefused(`${path} is a file, not a directory: ${elsewhere}`);
  const entries = readdirSync(path).filter((name) => !name.startsWith(".draft-"));
  if (entries.includes(marker)) checkFormat(path);
  else if (entries.length > 0 && !entries.every((name) => sweepEntries.test(name))) {
    throw new StackRefused(`${path} holds other files (${named(entries)}) and is not Lapse's: ${elsewhere}`);
  } else writeWhole(join(path, marker), format);
  chmodSync(path, 0o700);
  return { path, keyFile: keyIn(path) };
}

const elsewhere = "name another directory with --data.";

function checkFormat(path: string): void {
  const found = readFileSync(join(path, marker), "utf8");
  if (found === format) return;
  const version = /^lapse data, version (\d+)\n$/.exec(found)?.[1];
  if (version === undefined)
    throw new StackRefused(`${join(path, marker)} is damaged: restore it, or ${startAnew}`);
  throw new StackRefused(
    `${path} was written in format ${version}, and this Lapse knows format 1: ${elsewhere}`,
  );
}

const startAnew = "move the directory away to start anew.";

function keyIn(path: string): string {
  const file = join(path, "key");
  if (!existsSync(file)) {
    if (existsSync(join(path, "database"))) {
      throw new StackRefused(
        `${path} has members but no key to their sessions: put ${file} back, or ${startAnew}`,
      );
    }
    writeWhole(file, randomBytes(32));
  }
  const { mode, size } = statSync(file);
  if (size !== 32)
    throw new StackRefused(`${file} has ${size} bytes and not 32: restore it, or ${startAnew}`);
  if ((mode & 0o777) !== 0o600) {
    const octal = (mode & 0o777).toString(8).padStart(4, "0");
    throw new StackRefused(`${file} has mode ${octal}, so others may use it: run chmod 600 ${file}`);
  }
  return file;
}

function named(entries: readonly string[]): string {
  const shown = entries.slice(0, 3).join(", ");
  return entries.length > 3 ? `${shown} …` : shown;
}
