import type { Preview, PreviewSide } from "@lapse/core/preview/preview";
import { count } from "@lapse/core/wording/count";
import { html } from "hono/html";
import { histogram } from "../charts/histogram.ts";
import type { Markup } from "../layout.ts";

/** The lists of a preview: the sent ones, and those that others sent where the rules ask for them. */
export function sidesOf({ sent, received }: Preview): readonly PreviewSide[] {
  return received === null ? [sent] : [sent, received];
}

/** How many are in which state. */
export function figures(preview: Preview): Markup {
  const { sent, received } = preview;
  const shown: [string, number][] = [
    ["pending", sent.pending ?? sent.read],
    ["due", sent.due],
    ["not old enough", sent.fresh.length],
    ["kept", sent.kept.length],
  ];
  if (sent.unreadable.length > 0) shown.push(["not understood", sent.unreadable.length]);
  if (received !== null) shown.push(["to be ignored", received.due]);
  return html`<dl class="figures">${shown.map(([name, number]) => html`<div><dt>${name}</dt><dd>${number}</dd></div>`)}</dl>`;
}

/** How old they are; those that the number of days leaves alone are pale. */
export function agesChart({ sent }: Preview, olderThanDays: number): Markup {
  const oldest = sent.ages.findLast((age) => age.count > 0 && age.from !== null);
  const most = sent.ages.reduce((one, other) => (other.count > one.count ? other : one), {
    label: "",
    count: 0,
  });
  const description =
    oldest === undefined
      ? `${count(sent.read, "invitation")}, none of a known age.`
      : `Of ${count(sent.read, "invitation")}, most (${most.count}) are of the age “${most.label}”; the oldest are of the age “${oldest.label}”.`;
  return histogram(
    {
      ...{ id: "ages", title: "How old your pending invitations are, in days", description },
      caption: `In days. Pale: certainly younger than ${count(olderThanDays, "day")}, or of unknown age.`,
      heads: ["Days", "Invitations"],
    },
    sent.ages
      .filter(({ from, count }) => from !== null || count > 0)
      .map((age) => ({
        ...{ label: age.short, name: age.label, count: age.count },
        soft: age.from === null || (age.to !== null && age.to + 1 <= olderThanDays),
      })),
  );
}
