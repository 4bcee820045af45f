import type { ItemState, SweepItem, SweepResult } from "@lapse/core/sweep/result";

const order: readonly ItemState[] = [
  "withdrawn",
  "unverified",
  "failed",
  "due",
  "answered",
  "unreadable",
  "ignored",
  "kept",
  "fresh",
];
/** Of the states that need no reading, this many are listed; the rest is counted. */
const quietRows = 10;
const quiet: readonly ItemState[] = ["kept", "fresh"];

/** A result as a person reads it in a terminal. */
export function tableOf(result: SweepResult): string {
  const lines: string[] = [];
  for (const state of order) {
    const items = result.items.filter((item) => item.state === state);
    if (items.length === 0) continue;
    lines.push(`${state} (${items.length})`);
    const shown = quiet.includes(state) ? items.slice(0, quietRows) : items;
    lines.push(...shown.map(row));
    if (items.length > shown.length) lines.push(`  … and ${items.length - shown.length} more`);
    lines.push("");
  }
  const pending = result.pending === null ? "unknown" : String(result.pending);
  lines.push(`${result.outcome}: ${result.message}`, `read ${result.read}, pending now ${pending}`);
  return `${lines.join("\n")}\n`;
}

function row(item: SweepItem): string {
  const name = `${item.direction === "received" ? "from " : ""}${plain(item.name)}`;
  const who = item.profile === null ? name : `${name}  ${plain(item.profile)}`;
  return `  ${who.padEnd(44)} ${ageOf(item).padEnd(12)} ${plain(item.reason)}`;
}

function ageOf({ ageDays }: SweepItem): string {
  if (ageDays === null) return "age unknown";
  const { atLeast, atMost } = ageDays;
  if (atMost === null) return `${atLeast}+ days`;
  return atMost - atLeast <= 1 ? `${atLeast} days` : `${atLeast}–${atMost} days`;
}

/** A name comes from a page: control characters in it must not steer the terminal. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "");
}
