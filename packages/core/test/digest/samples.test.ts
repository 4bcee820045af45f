import { describe, expect, test } from "vitest";
import { links } from "./sample.ts";
import { sampleDigests } from "./samples.ts";

const plain = (text: string) => text.replace(/\s+/g, " ");

describe("a digest as members get it", () => {
  test.each(Object.entries(sampleDigests))(
    "weighs less than mail programs cut, and fetches nothing: %s",
    (_, make) => {
      const { html, text, subject } = make();
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(html).not.toMatch(/<(?:img|script|link|iframe|form|video|base)\b|url\(|@import|src=/i);
      expect(html).toContain("prefers-color-scheme:dark");
      expect(plain(text)).toContain(subject);
      expect(text).toContain(links.unsubscribe);
    },
  );

  test("has the news in its subject", () => {
    expect(sampleDigests.typical().subject).toBe("7 invitations withdrawn, 4 coming up on 18 May");
    expect(sampleDigests.problem().subject).toBe("LinkedIn asks you for a check");
  });

  test("of a quiet month is a short sign of life", () => {
    const { text, html } = sampleDigests["nothing-due"]();
    expect(plain(text)).toContain("so that you know that Lapse still runs");
    expect(text.length).toBeLessThan(1_300);
    expect(html.match(/<h2/g)).toHaveLength(1);
  });

  test("names all of 200 who were withdrawn, and all of 120 who are coming up with a keep link each", () => {
    const { html, text } = sampleDigests["200-withdrawn"]();
    expect(html.match(/<li>/g)).toHaveLength(320);
    expect(html.match(/\/keep\?token=/g)).toHaveLength(120);
    expect(text.match(/Keep: https:/g)).toHaveLength(120);
  });

  test("says how long answers took, with the number of cases, once enough is known", () => {
    for (const body of [sampleDigests.typical().html, sampleDigests.typical().text])
      expect(plain(body)).toMatch(
        /Of the 84 that were answered, 9\d % were (?:answered )?within \d+ days; you withdraw at 30\./,
      );
  });
});
