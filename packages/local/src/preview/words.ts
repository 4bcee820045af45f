import { dayOf } from "@lapse/core/digest/day";
import type { ComingItem, PreviewItem } from "@lapse/core/preview/item";
import type { Preview, PreviewSide } from "@lapse/core/preview/preview";
import { count, listed } from "@lapse/core/wording/count";
import { visible } from "@lapse/core/wording/printable";

/** Of each group so many are listed; the rest is counted. */
const mostRows = 20;
const barWidth = 30;

/** A preview as a person reads it in a terminal. */
export function wordsOfPreview(preview: Preview, zone: string, now: number): string {
  const { sent, received, coming } = preview;
  const day = ({ on }: ComingItem) => (on === null ? "no day" : dayOf(on, zone, now).short);
  const lines = [
    `${sent.pending ?? "unknown"} pending, ${sent.read} read`,
    ...(received === null ? [] : [`${received.pending ?? "unknown"} received, ${received.read} read`]),
    "",
    ...histogram(sent),
    "",
    ...group("coming up", coming, (item) => `${day(item).padEnd(14)}${rowOf(item)}`),
    ...group("kept", [...sent.kept, ...(received?.kept ?? [])], rowOf),
    ...group("not understood, left alone", [...sent.unreadable, ...(received?.unreadable ?? [])], rowOf),
    `not old enough (${sent.fresh.length + (received?.fresh.length ?? 0)})`,
    "",
    `Nothing was clicked. ${meaning(preview)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function histogram({ ages }: PreviewSide): string[] {
  const most = Math.max(1, ...ages.map((bucket) => bucket.count));
  return ages
    .filter((bucket) => bucket.count > 0)
    .map(
      ({ label, count: n }) =>
        `  ${label.padEnd(14)} ${String(n).padStart(5)} ${"#".repeat(Math.ceil((n / most) * barWidth))}`,
    );
}

function group<T>(name: string, items: readonly T[], row: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, mostRows).map((item) => `  ${row(item)}`);
  const more = items.length > shown.length ? [`  … and ${items.length - shown.length} more`] : [];
  return [`${name} (${items.length})`, ...shown, ...more, ""];
}

/** Names come from a page: nothing in them may steer the terminal. */
function rowOf({ ref, ageDays, reason }: PreviewItem): string {
  const name = `${ref.direction === "received" ? "from " : ""}${visible(ref.name)}`;
  const who = ref.profile === null ? name : `${name}  ${visible(ref.profile)}`;
  return `${who.padEnd(44)} ${ageOf(ageDays).padEnd(12)} ${visible(reason)}`;
}

function ageOf(age: PreviewItem["ageDays"]): string {
  if (age === null) return "age unknown";
  const { atLeast, atMost } = age;
  if (atMost === null) return `${atLeast}+ days`;
  return atMost - atLeast <= 1 ? count(atLeast, "day") : `${atLeast}–${atMost} days`;
}

function meaning({ choices, paused, belt }: Preview): string {
  const due = choices.map(({ days, due }) => `at ${days} days ${due}`);
  const held = paused
    ? " The member paused the clean-up."
    : belt
      ? " Sweeps wait until the member has seen this list and pressed Start."
      : "";
  return `Due ${listed(due)}.${held}`;
}
