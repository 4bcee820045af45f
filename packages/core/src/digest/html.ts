import { html } from "hono/html";
import type { Block, Heading, Row, Section } from "./content.ts";
import { moreInWords } from "./people.ts";
import type { DigestLinks, DigestMail } from "./render.ts";
import { css, ink } from "./style.ts";

type Markup = ReturnType<typeof html>;

/** One column, no picture, nothing fetched, nothing that tells on the reader. Everything from outside is escaped. */
export function digestHtml({ subject, sections }: DigestMail, links: DigestLinks): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${css}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${ink.paper};color:${ink.text}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${ink.paper}">
<tr><td align="center" style="padding:40px 20px 56px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="text" style="text-align:left;color:${ink.text};font:16px/1.55 ${ink.sans}">
<p style="margin:0 0 28px;font:700 19px/1 ${ink.sans}"><a class="accent" href="${links.site}" style="color:${ink.accent};text-decoration:none">Lapse</a></p>
<h1 style="margin:0 0 36px;font:700 27px/1.2 ${ink.sans};letter-spacing:-.015em">${subject}</h1>
${sections.map((section) => sectionHtml(section, links))}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`);
}

function sectionHtml({ title, tone, blocks }: Section, links: DigestLinks): Markup {
  const inside = blocks.map((block) => blockHtml(block, links));
  if (tone === "need") {
    return html`<div class="need" style="margin:0 0 32px;padding:20px 22px 6px;background:${ink.tint};border-left:3px solid ${ink.accent};border-radius:3px">
<h2 class="accent" style="${heading}color:${ink.accent}">${title}</h2>
${inside}</div>
`;
  }
  const size = tone === "fine" ? "font-size:13px;line-height:1.5;" : "";
  return html`<div class="rule${tone === "fine" ? " soft" : ""}" style="margin:0 0 28px;padding:22px 0 0;border-top:1px solid ${ink.rule};${size}${tone === "fine" ? `color:${ink.soft}` : ""}">
<h2 class="soft" style="${heading}color:${ink.soft}">${title}</h2>
${inside}</div>
`;
}

const heading = `margin:0 0 10px;font:600 13px/1.4 ${ink.sans};letter-spacing:.02em;`;

function blockHtml(block: Block, links: DigestLinks): Markup {
  switch (block.kind) {
    case "paragraph":
      return html`<p style="margin:0 0 12px">${block.text}</p>
`;
    case "people":
      return html`${headingHtml(block.heading)}<ul class="people" style="margin:0 0 12px;padding:0;list-style:none">
${block.rows.map((row) => rowHtml(row, links))}</ul>
`;
    case "more":
      return html`<p class="soft" style="margin:0 0 12px;color:${ink.soft}"><a class="soft" href="${links.dashboard}" style="color:${ink.soft}">${moreInWords(block.count)}</a></p>
`;
    case "action":
      return block.strong
        ? html`<p style="margin:16px 0 18px"><a class="button" href="${links[block.to]}" style="display:inline-block;padding:10px 18px;background:${ink.accent};color:${ink.paper};font-weight:600;text-decoration:none;border-radius:4px">${block.text}</a></p>
`
        : html`<p style="margin:0 0 4px"><a class="accent" href="${links[block.to]}" style="color:${ink.accent}">${block.text}</a></p>
`;
  }
}

function headingHtml({ title, note }: Heading): Markup {
  const line =
    note === ""
      ? ""
      : html`<p class="soft" style="margin:0 0 6px;font-size:14px;color:${ink.soft}">${note}</p>
`;
  if (title === "") return html`${line}`;
  return html`<h3 style="margin:20px 0 2px;font:600 16px/1.45 ${ink.sans}">${title}</h3>
${line}`;
}

/** Without inline styles, because there may be hundreds; what a program without style sheets shows is still a list. */
function rowHtml({ name, link, reason, keep }: Row, links: DigestLinks): Markup {
  const shown = html`<bdi dir="auto">${name}</bdi>`;
  const person = link === null ? shown : html`<a href="${link}">${shown}</a>`;
  const act = keep === undefined ? "" : html` <a href="${links.keep(keep)}">Keep</a>`;
  return html`<li>${person}${act}${reason === "" ? "" : html`<br><span class="soft">${reason}</span>`}</li>
`;
}
