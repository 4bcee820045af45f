import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { StoredMail } from "./mailFile.ts";

/** The inbox as pages without scripts: the list, newest first, and each mail with its headers, HTML and text. */
export function inboxPages(mails: () => readonly StoredMail[]): Hono {
  const pages = new Hono();
  pages.get("/", (c) => c.html(page("Inbox", list(mails()))));
  pages.get("/mails/:number", (c) => {
    const mail = mails()[Number(c.req.param("number")) - 1];
    return mail === undefined ? c.notFound() : c.html(page(mail.subject, letter(mail, c.req.path)));
  });
  pages.get("/mails/:number/html", (c) => {
    const content = mails()[Number(c.req.param("number")) - 1]?.body.html;
    // Shown in a frame without rights, and no script of a mail may run.
    c.header(
      "content-security-policy",
      "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    return content === undefined ? c.notFound() : c.html(content);
  });
  return pages;
}

function list(mails: readonly StoredMail[]) {
  if (mails.length === 0)
    return html`<p>No mail yet. Whatever Lapse sends on this computer lands here, and nowhere else.</p>`;
  const rows = mails.map(
    (mail, index) =>
      html`<tr><td>${when(mail)}</td><td>${mail.destination.to.join(", ")}</td><td><a href="/mails/${index + 1}">${mail.subject}</a></td></tr>`,
  );
  return html`<table><thead><tr><th>Sent</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.reverse()}</tbody></table>`;
}

function letter(mail: StoredMail, path: string) {
  const headers = [
    { name: "Date", value: when(mail) },
    { name: "From", value: mail.from },
    { name: "To", value: mail.destination.to.join(", ") },
    { name: "Subject", value: mail.subject },
    ...(mail.headers ?? []),
  ].map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<p><a href="/">All mails</a></p><dl>${headers}</dl>
    ${mail.body.html === undefined ? "" : html`<h2>HTML</h2><iframe title="The mail's HTML" sandbox="allow-popups" src="${path}/html"></iframe>`}
    ${mail.body.text === undefined ? "" : html`<h2>Text</h2><pre>${mail.body.text}</pre>`}`;
}

function when(mail: StoredMail): string {
  return `${new Date(mail.at * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const style = raw(`body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
  table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #bbb}
  dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
  iframe{width:100%;height:40rem;border:1px solid #bbb}pre{white-space:pre-wrap;border:1px solid #bbb;padding:1rem}`);

function page(title: string, content: unknown) {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <meta name="viewport" content="width=device-width"><style>${style}</style></head>
    <body><h1>${title}</h1>${content}</body></html>`;
}
