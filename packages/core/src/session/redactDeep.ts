import type { Redactor } from "./redact.ts";

/**
 * The same JSON document with every string in it redacted, keys too. What is no JSON (functions, symbols) is left out
 * as JSON.stringify does; a cycle is cut.
 */
export function redactDeep(value: unknown, redact: Redactor): unknown {
  return inside(value, redact, []);
}

function inside(value: unknown, redact: Redactor, above: readonly object[]): unknown {
  switch (typeof value) {
    case "string":
      return redact(value);
    case "number":
    case "bigint": {
      const digits = String(value);
      const shown = redact(digits);
      return shown === digits ? value : shown;
    }
    case "object":
      return value === null ? null : insideObject(value, redact, above);
    default:
      return typeof value === "boolean" ? value : undefined;
  }
}

function insideObject(value: object, redact: Redactor, above: readonly object[]): unknown {
  if (above.includes(value)) return "[cycle]";
  const path = [...above, value];
  if (value instanceof Error) return inside(errorAsJson(value), redact, path);
  if ("toJSON" in value && typeof value.toJSON === "function") return inside(value.toJSON(), redact, path);
  if (Array.isArray(value)) return value.map((entry) => inside(entry, redact, path) ?? null);
  const entries: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const [key, entry] of Object.entries(value)) {
    const content = inside(entry, redact, path);
    if (content === undefined) continue;
    let name = redact(key);
    while (taken.has(name)) name += "+";
    taken.add(name);
    entries.push([name, content]);
  }
  return Object.fromEntries(entries);
}

/** An error's own fields are mostly hidden from JSON; a log wants them, and its causes. */
function errorAsJson(error: Error): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return { ...error, name, message, stack, cause };
}
