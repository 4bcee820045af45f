import { html } from "hono/html";
import type { Mail } from "./mailer.ts";

/**
 * What the mail has to say. `known`: somebody filled in the sign-up form with an address that has an account.
 * `nobody`: somebody asked to sign in with one that has none; then there is no code.
 */
export type CodeMail =
  | { readonly kind: "sign-up" | "sign-in" | "known"; readonly code: string }
  | { readonly kind: "nobody" };

/** @param webOrigin where the pages are */
export function codeMail(to: string, mail: CodeMail, webOrigin: string): Mail {
  const { subject, lines } = wordsOf(mail, webOrigin);
  const code = mail.kind === "nobody" ? "" : html`<p class="code">${mail.code}</p>`;
  const body = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:1.5rem auto;padding:0 1rem}
.code{font-size:2rem;letter-spacing:.2em;font-weight:600;margin:1rem 0}</style></head>
<body>${code}${lines.map((line) => html`<p>${line}</p>`)}</body></html>`;
  const text = [...(mail.kind === "nobody" ? [] : [mail.code]), ...lines].join("\n\n");
  return { to, subject, html: String(body), text: `${text}\n`, about: { kind: "code" } };
}

const codeWords = [
  "It works for ten minutes, once, and only in the browser in which it was asked for. Nobody from Lapse ever asks you for it.",
  "If you did not ask for it, you need not do anything: without the code nothing happens.",
];

function wordsOf(mail: CodeMail, webOrigin: string): { subject: string; lines: readonly string[] } {
  switch (mail.kind) {
    case "sign-up":
      return coded(mail.code, "This is your code. Type it on the page to finish signing up for Lapse.");
    case "sign-in":
      return coded(mail.code, "This is your code. Type it on the page to sign in to Lapse.");
    case "known":
      return coded(
        mail.code,
        "This address already has a Lapse account. The code signs you in. Your rules were not changed: they are those you had before.",
      );
    case "nobody":
      return {
        subject: "There is no Lapse account for this address",
        lines: [
          "Somebody, perhaps you, asked to sign in to Lapse with this address. It has no account, so there is no code.",
          `If it was you, try your other address, or sign up here: ${webOrigin}/`,
          "If it was not you, you need not do anything.",
        ],
      };
  }
}

function coded(code: string, first: string) {
  return { subject: `${code} is your Lapse code`, lines: [first, ...codeWords] };
}
