import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";

/** Something that is somebody's: no word of HTML or of ours. */
const theirs = fc.oneof(
  fc.stringMatching(/^zq[a-z]{3,9}$/),
  fc.constantFrom(
    "7498810568384856065",
    "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXN00",
    "अदा उदाहरण",
    "Zqada Zqexample",
  ),
);

export interface WrittenPage {
  readonly html: string;
  readonly personal: readonly string[];
}

/** A page much like the Sent list, with what is personal in its texts, values, names of attributes and elements. */
export const writtenPages: fc.Arbitrary<WrittenPage> = fc
  .record({
    words: fc.array(theirs, { minLength: 9, maxLength: 9 }),
    rows: fc.integer({ min: 0, max: 4 }),
    layout: fc.constantFrom("V6", "V5", "none"),
  })
  .map(({ words, rows, layout }) => {
    const [name, slug, headline, note, id, attribute, element, screen, other] = words.map(String);
    const word = (text = "") => text.replace(/[^a-z0-9]/gi, "x").toLowerCase();
    const row = `<div role="listitem" componentkey="${id}" data-${word(attribute)}="${note}" class="${slug}">
      <a href="/in/${slug}/"><svg role="img" aria-label="${name}"><text>${name}</text></svg></a>
      <p>${name}</p><p><span>${headline}</span></p><p>Sent 3 months ago</p>
      <a href="/${slug}" aria-label="Withdraw invitation sent to ${name}" aria-${word(other)}="1">Withdraw</a>
      <x-${word(element)} role="${word(element)}" id="${slug}"><p title="${note}">${note}</p></x-${word(element)}></div>`;
    const column = layout === "V6" ? 'data-testid="lazy-column"' : `data-view-name="${other}"`;
    const script = `{"invitationId":"${id}","inviteeVanityName":"${slug}","firstName":"${name}"}`;
    return {
      personal: [...new Set(words.flatMap((text) => [text, ...(text.startsWith("zq") ? [word(text)] : [])]))],
      html: `<!doctype html><html lang="${word(name)}-${word(other)}"><head><title>${name}</title></head>
        <body data-${word(slug)} id="${other}"><header><a href="/in/${slug}/">${name}</a></header>
        ${layout === "none" ? "" : '<main id="workspace">'}<nav><a href="/sent/CONNECTION/${id}">${name} (${rows})</a></nav>
        <div data-sdui-screen="invitations.sent.${screen}" ${column}>${row.repeat(rows)}</div>
        <dialog open id="${slug}"><h2>${name}</h2></dialog><iframe title="${name}" srcdoc="${note}"></iframe>
        <script type="application/json">${script}</script></body></html>`,
    };
  });

/** Serves one page at every address, on this computer. */
export async function serving(): Promise<{
  origin: string;
  show(html: string): void;
  close(): Promise<void>;
}> {
  let shown = "";
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(shown);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (html) => {
      shown = html;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
