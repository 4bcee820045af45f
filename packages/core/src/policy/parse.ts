import type * as z from "zod";
import { printable } from "../wording/printable.ts";
import type { Policy } from "./policy.ts";
import { knownKeys, rangeOf } from "./ranges.ts";
import { policySchema } from "./schema.ts";

/** One thing wrong with a policy. */
export interface Problem {
  /** Dotted, e.g. `keep.newest` or `keep.words[2]`; `policy` where the whole is no object. */
  readonly key: string;
  /** What stood there: printable, in one line, shortened. */
  readonly value: string;
  /** What may stand there, e.g. "a whole number from 1 to 365". */
  readonly range: string;
  /** One line that holds all three. */
  readonly message: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** More are no help to a person. */
const mostProblems = 20;

/**
 * Reads a policy out of parsed JSON. What is absent takes its default, also inside a partial object; an unknown key
 * or a value out of range is refused, never corrected.
 */
export function parsePolicy(json: unknown): ParsedPolicy {
  const parsed = policySchema.safeParse(json);
  if (parsed.success) return { ok: true, policy: parsed.data };
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    for (const problem of problemsOf(json, issue)) {
      // A number that is both negative and broken is still one thing to correct.
      if (problems.size < mostProblems && !problems.has(problem.key)) problems.set(problem.key, problem);
    }
  }
  return { ok: false, problems: [...problems.values()] };
}

function problemsOf(json: unknown, issue: z.core.$ZodIssue): Problem[] {
  const at = keyAt(issue.path);
  if (issue.code !== "unrecognized_keys") {
    return [problem(at, valueAt(json, issue.path), rangeOf(at), "it must be")];
  }
  const prefix = issue.path.length === 0 ? "" : `${at}.`;
  return issue.keys.map((key) =>
    problem(
      prefix + (/^\w{1,60}$/.test(key) ? key : printable(key)),
      valueAt(json, [...issue.path, key]),
      knownKeys(at),
      "this key is unknown; it must be",
    ),
  );
}

function problem(key: string, raw: unknown, range: string, verb: string): Problem {
  const value = printable(raw);
  return { key, value, range, message: `${key} is ${value}; ${verb} ${range}` };
}

function keyAt(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "policy";
  return path
    .map((step, i) => (typeof step === "number" ? `[${step}]` : `${i ? "." : ""}${String(step)}`))
    .join("");
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    // The descriptor, so that a key named `__proto__` gives its own value and no getter runs.
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}
