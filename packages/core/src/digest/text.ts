import type { Block, Row, Section } from "./content.ts";
import { moreInWords } from "./people.ts";
import type { DigestLinks, DigestMail } from "./render.ts";

/** The whole digest without markup: everything that the HTML says, and the addresses that are behind its links. */
export function digestText(mail: DigestMail, links: DigestLinks): string {
  const parts = [
    `Lapse: ${links.site}\n\n${mail.subject}`,
    ...mail.sections.map((section) => sectionText(section, links)),
  ];
  return `${parts.join("\n\n\n")}\n`;
}

function sectionText({ title, blocks }: Section, links: DigestLinks): string {
  return [`${title}\n${"-".repeat(title.length)}`, ...blocks.map((block) => blockText(block, links))].join(
    "\n\n",
  );
}

function blockText(block: Block, links: DigestLinks): string {
  switch (block.kind) {
    case "paragraph":
      return wrapped(block.text);
    case "people":
      return [
        ...[block.heading.title, block.heading.note].filter((line) => line !== ""),
        ...block.rows.map((row) => rowText(row, links)),
      ].join("\n");
    case "more":
      return `${moreInWords(block.count)}: ${links.dashboard}`;
    case "action":
      return `${block.text}: ${links[block.to]}`;
  }
}

/** The name between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: a Hebrew one must not turn its line around. */
function rowText({ name, link, reason, keep }: Row, links: DigestLinks): string {
  const lines = [`  \u2068${name}\u2069`];
  if (link !== null) lines.push(`    ${link}`);
  if (keep !== undefined) lines.push(`    Keep: ${links.keep(keep)}`);
  if (reason !== "") lines.push(`    ${reason}`);
  return lines.join("\n");
}

/** Lines of at most 72 characters, where there are spaces to break at. */
function wrapped(text: string): string {
  return text.replace(/(.{1,72})(?: |$)/g, "$1\n").trimEnd();
}
