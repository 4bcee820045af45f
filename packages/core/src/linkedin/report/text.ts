import type { DriftReport } from "./report.ts";

/** A report as text: what a user can send, and an engineer reads. */
export function reportText(report: DriftReport): string {
  return `${[
    "Lapse: a page that was not understood. No names, texts, addresses or ids of anybody are in this file.",
    "",
    `at              ${report.at}`,
    `missing         ${report.missing ?? "nothing"}`,
    ...factLines(report),
    "",
    ...markLines(report),
    "",
    "skeleton (tags, roles and names of attributes; what is not standard is ?)",
    report.skeleton,
  ].join("\n")}\n`;
}

/** What the page shows, a line each. */
export function factLines(report: DriftReport): string[] {
  const { labels, movers } = report;
  return [
    `page            ${report.address}`,
    `layout          ${report.layouts.length === 0 ? "none that is known" : report.layouts.join(", ")}`,
    `language        ${report.language ?? "not told"}`,
    `signed in       ${report.signedIn}`,
    `counter         ${report.counter}`,
    `rows            ${report.rows}, ${report.acting} with a control that withdraws`,
    `data            ${report.entries} invitations named`,
    `ages            ${labels.readable} of ${labels.of} labels readable`,
    `controls        load more: ${movers.more}; next: ${movers.next}; previous: ${movers.previous}`,
    `dialogs         ${report.dialogs} open`,
  ];
}

/** Each mark of each layout, with how often it is on the page. */
export function markLines(report: DriftReport): string[] {
  return [
    "marks",
    ...report.marks.map(({ layout, part, selector, found }) =>
      `  ${layout.padEnd(4)} ${part.padEnd(9)} ${(found === 0 ? "missing" : `×${found}`).padEnd(8)} ${selector}`.trimEnd(),
    ),
  ];
}
