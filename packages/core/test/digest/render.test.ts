import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { digestFacts } from "../../src/digest/facts.ts";
import { renderDigest } from "../../src/digest/render.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { anyPolicy } from "../policy/arbitrary.ts";
import { event, fullWeek, links, now, person, since, swept, upcoming, withdrawn } from "./sample.ts";

function rendered(events: readonly LedgerEvent[], policy: Policy = defaultPolicy) {
  const content = composeDigest(digestFacts({ events, policy, now, since }), links.keep("").length);
  if (content.kind === "quiet") throw new Error("a digest was due");
  return renderDigest(content, links);
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
const plain = (text: string) =>
  text
    .replace(/[\u2068\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The visible text, one entry for each block and sentence. */
function sentencesOf(html: string): string[] {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<\/a>(?= <a)|<(?:\/?(?:p|h1|h2|h3|li|ul|div|td|tr|table|body|html)\b[^>]*|br)>/g, "\u0000")
    .replace(/<[^>]+>/g, "")
    .split("\u0000")
    .map((part) => plain(part.replace(/&(\w+|#39);/g, (_, name: string) => entities[name] ?? "?")))
    .flatMap((part) => part.split(/(?<=\.) /))
    .filter((sentence) => sentence !== "");
}

const everything = [...fullWeek, swept(0.5, { outcome: "belt", upcoming: [upcoming(30, "2026-05-18")] })];

describe("the text", () => {
  test("says every sentence of the HTML, and gives every address", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.constantFrom(fullWeek, everything, [swept(1, { outcome: "page-drift" })]),
        (policy, events) => {
          const { html, text } = rendered(events, policy);
          const said = plain(text);
          const sentences = sentencesOf(html);
          expect(sentences.length).toBeGreaterThan(10);
          for (const sentence of sentences) expect(said).toContain(sentence);
          for (const [, href = ""] of html.matchAll(/href="([^"]+)"/g))
            expect(text).toContain(href.replaceAll("&amp;", "&"));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("isolates each name, so that one that runs from right to left leaves its line alone", () => {
    const { text, html } = rendered(fullWeek);
    expect(text).toContain("\u2068דנה לוי\u2069");
    expect(html).toContain('<bdi dir="auto">דנה לוי</bdi>');
  });

  test("has no line that a mail program would have to break but for an address", () => {
    for (const line of rendered(everything).text.split("\n")) expect(line.length).toBeLessThan(200);
  });
});

describe("a digest says the truth", () => {
  test.each([
    "forbids automation",
    "yours to risk",
    "cannot be undone",
    "up to three weeks",
    "not notified",
    "does not lift a restriction",
    "signed out everywhere",
  ])("%s", (truth) => {
    expect(rendered(fullWeek).text.replace(/\s+/g, " ")).toContain(truth);
  });

  test("about the first day on which one may invite again", () => {
    expect(rendered(fullWeek).text).toContain(
      "Friday 8 May\nYou can invite them again from 29 May at the latest.",
    );
  });

  test("about what it cannot prove, and does not count it", () => {
    const { text } = rendered(fullWeek);
    expect(text).toMatch(/7\s+invitations were withdrawn/);
    expect(text.slice(text.indexOf("What we cannot prove"))).toContain("Mia Midway");
    expect(text.slice(0, text.indexOf("What we cannot prove"))).not.toContain("Mia Midway");
  });

  test("about the policy and how to change it", () => {
    const { text } = rendered(fullWeek);
    expect(text.replace(/\s+/g, " ")).toContain("we withdraw up to 10 invitations older than 30 days");
    expect(text).toContain(`Change your rules: ${links.rules}`);
    expect(text).toContain(`Pause, or see everything: ${links.dashboard}`);
    expect(text).toContain(links.unsubscribe);
  });
});

describe("the HTML", () => {
  test("fetches nothing and tracks nobody", () => {
    const { html } = rendered(everything);
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form|video|base)\b|url\(|@import|src=|\son\w+=/i);
  });

  test("shows markup in a name as text", () => {
    expect(rendered(fullWeek).html).toContain("Zoë &lt;b&gt;Bold&lt;/b&gt; &amp; Co");
  });

  test("escapes whatever a page called somebody", () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '"><script>alert(1)</script>',
        "</bdi></a><img src=x onerror=y>",
        "\u202eevil",
        "a\r\nBcc: x",
        "\ud800",
      ),
      fc.string({ unit: "binary", maxLength: 120 }),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, slug, reason) => {
        const who = { ...person(1, name), profile: `/in/${slug}` };
        const { html, text, subject } = rendered([
          ...withdrawn(1, who),
          event(0.9, { kind: "failed", invitation: { ...who, id: "5" }, reason }),
        ]);
        const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
        for (const tag of ["script", "img"]) expect(tags).not.toContain(tag);
        for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^https:\/\/(?:www\.linkedin\.com\/in\/[^/?#]+$|lapse\.example)/);
        expect(html + text).not.toMatch(/[\u202a-\u202e]|(?!\n)\p{Cc}/u);
        expect((html + text).isWellFormed()).toBe(true);
        expect(subject).toMatch(/^[^\p{Cc}]+$/u);
      }),
    );
  });

  test("leads nowhere but to the profile on LinkedIn, whatever the slug", () => {
    const { html } = rendered(withdrawn(1, { ...person(1), profile: "/in/josé-ñ" }));
    expect(html).toContain('href="https://www.linkedin.com/in/jos%C3%A9-%C3%B1"');
    expect(rendered(withdrawn(1, { ...person(1), profile: "javascript:alert(1)" })).html).not.toContain(
      "javascript:",
    );
  });

  test.each([
    ["plain names", (n: number) => `Person Number ${n}`],
    ["names of quotes", () => '"'.repeat(120)],
    ["names of many bytes", () => "山".repeat(120)],
  ])("stays below 100 KB with 350 withdrawn, 350 coming up and 350 failed: %s", (_, name) => {
    const people = Array.from({ length: 350 }, (_, n) => person(n, name(n)));
    const { html, text } = rendered([
      ...people.flatMap((who) => withdrawn(2, who)),
      ...people.map((who) =>
        event(1, { kind: "failed", invitation: { ...who, id: `9${who.id}` }, reason: '"'.repeat(300) }),
      ),
      swept(0.5, {
        upcoming: people.map((who, n) => ({ ...who, id: `8${who.id}`, on: `2026-05-${19 + (n % 7)}` })),
      }),
    ]);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toMatch(/and \d+ more, on your dashboard/);
    expect(text).toMatch(/and \d+ more, on your dashboard/);
  });

  test("names all 350 of a week that are coming up where their names are ordinary", () => {
    const list = Array.from({ length: 350 }, (_, n) => upcoming(n, `2026-05-${19 + (n % 7)}`));
    const { html } = rendered([swept(0.5, { upcoming: list })]);
    expect(html.match(/<li>/g)).toHaveLength(350);
    expect(html).not.toContain("more, on your dashboard");
  });
});
