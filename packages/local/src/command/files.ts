import { parsePolicy } from "@lapse/core/policy/parse";
import type { Policy } from "@lapse/core/policy/policy";
import { parseSessionFile } from "@lapse/core/session/parse";
import type { Session } from "@lapse/core/session/session";
import { printable } from "@lapse/core/wording/printable";
import { decoded } from "./decoded.ts";
import { duplicateKey } from "./duplicateKey.ts";
import { Interrupted } from "./interrupted.ts";
import { type Input, mostBytes, readInput } from "./readInput.ts";
import { secretsIn } from "./secretsNamed.ts";
import { UsageError } from "./usage.ts";

/** Reads and checks the policy. Throws UsageError with the key, the value and the range, and Interrupted. */
export async function readPolicyFile(file: string, signal: AbortSignal): Promise<Policy> {
  const { text, json, twice } = await readJson(file, "policy", signal);
  // What a session holds must not be quoted in an error.
  if (typeof json === "object" && json !== null && "cookies" in json) {
    throw new UsageError(
      `The policy ${file} is refused: it is a session file; were --policy and --session swapped?`,
    );
  }
  if (twice !== null) {
    const path = twice.map((step) => (/^\w{1,60}$/.test(String(step)) ? step : printable(step))).join(".");
    throw new UsageError(
      `The policy ${file} is refused: the key ${path} stands there twice, and only one of them would count.`,
    );
  }
  const parsed = parsePolicy(json);
  if (parsed.ok) return parsed.policy;
  // A pipe cannot be read again by whoever masks what the message quotes.
  const problems = secretsIn([text])(parsed.problems.map((problem) => problem.message).join("; "));
  throw new UsageError(`The policy ${file} is refused: ${problems}`);
}

const sessionKeys = ["cookies", "name", "value", "userAgent", "member"] as const;

/** Reads and checks the session. Throws UsageError, whose message never holds what the file holds, and Interrupted. */
export async function readSessionFile(file: string, signal: AbortSignal): Promise<Session> {
  const { json, twice } = await readJson(file, "session", signal);
  if (twice !== null) {
    // What stands in the place of a key may be a secret.
    const key = twice.at(-1);
    const name = sessionKeys.find((known) => known === key) ?? "a key";
    throw new UsageError(
      `The session ${file} is refused: ${name} stands twice in one object, and only one of them would count.`,
    );
  }
  const parsed = parseSessionFile(json);
  if (parsed.ok) return parsed.session;
  throw new UsageError(`The session ${file} is refused: ${parsed.problem}`);
}

/** Reads a text of at most 1 MB. Throws UsageError where it cannot be read, and Interrupted. */
export async function readText(file: string, what: string, signal: AbortSignal): Promise<string> {
  const input = await inputOf(file, what, signal);
  switch (input.kind) {
    case "interrupted":
      throw new Interrupted(`interrupted while it read the ${what} ${file}: nothing was opened.`);
    case "too-large":
      throw new UsageError(`The ${what} ${file} is refused: it is larger than ${mostBytes >> 20} MB.`);
    case "read": {
      const read = decoded(input.bytes);
      if (read.ok) return read.text;
      throw new UsageError(`The ${what} ${file} is refused: ${read.why}.`);
    }
  }
}

async function inputOf(file: string, what: string, signal: AbortSignal): Promise<Input> {
  try {
    return await readInput(file, signal);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a directory"
          : `it cannot be read (${code})`;
    throw new UsageError(`The ${what} ${file} is refused: ${why}.`, { cause });
  }
}

interface Json {
  readonly text: string;
  readonly json: unknown;
  /** The path to a key that stands twice in one object; null where none does. */
  readonly twice: readonly (string | number)[] | null;
}

async function readJson(file: string, what: string, signal: AbortSignal): Promise<Json> {
  const text = await readText(file, what, signal);
  try {
    return { text, json: JSON.parse(text), twice: duplicateKey(text) };
  } catch (cause) {
    // The parser's own message quotes the text, and the text may be a session's: only the place is passed on.
    const place = cause instanceof Error ? /\(line \d+ column \d+\)/.exec(cause.message)?.[0] : undefined;
    const detail = place === undefined ? "" : ` ${place}`;
    throw new UsageError(`The ${what} ${file} is refused: it is not valid JSON${detail}.`);
  }
}
