import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allLanguages } from "../../../src/invitation/labels/languages.ts";
import { pendingOn } from "../../../src/linkedin/profile/controls.ts";
import { tables } from "../../../src/linkedin/words/concepts.ts";
import { comparable } from "../../../src/plan/text.ts";
import { ada, control, pendingOf } from "./sample.ts";

const kindOf = (...controls: Parameters<typeof pendingOn>[0][number][]) =>
  pendingOn(controls, ada(), []).kind;

describe("a Pending control", () => {
  test("shown twice is one person's, wherever the second stands", () => {
    const seen = pendingOn(
      [pendingOf("Ada Example"), pendingOf("Ada Example", { inCard: false })],
      ada(),
      [],
    );
    expect(seen.kind === "pending" && seen.own.length).toBe(2);
  });

  test("is known in every language by its word alone, within the person's card", () => {
    for (const language of allLanguages)
      for (const word of tables.pending[language]) {
        expect(kindOf(control(word.text)), word.text).toBe("pending");
        expect(kindOf(control(word.text, word.text, { inCard: false })), word.text).toBe("ambiguous");
      }
  });

  test("is known in every language by its text, when its name says the person's, too", () => {
    for (const language of allLanguages)
      for (const word of tables.pending[language])
        expect(kindOf(control(word.text, `${word.text} – Ada Example`, { inCard: false }))).toBe("pending");
  });

  test("of anybody else is never this person's, and then none is", () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(name, fc.boolean(), (other, alone) => {
        fc.pre(comparable(other) !== comparable("Ada Example"));
        const theirs = pendingOf(other, { inCard: false });
        const seen = pendingOn(alone ? [theirs] : [pendingOf("Ada Example"), theirs], ada(), []);
        expect(seen.kind).toBe("ambiguous");
      }),
    );
  });

  test("of a longer name that holds the person's is another's, in any language that is told the name", () => {
    expect(kindOf(pendingOf("Ada Example-Smith"))).toBe("ambiguous");
    const french = control(
      "En attente",
      "En attente, cliquez pour retirer l’invitation envoyée à Ada Example-Smith",
    );
    expect(pendingOn([french], ada(), ["Ada Example-Smith"]).kind).toBe("ambiguous");
    expect(kindOf(french, control("En attente", french.name.replace("-Smith", "")))).toBe("ambiguous");
  });

  test("beside a link to another profile is that person's, whatever it is called", () => {
    expect(kindOf(pendingOf("Ada Example", { besides: ["/in/ada-2/"] }))).toBe("ambiguous");
    expect(kindOf(pendingOf("Ada Example", { besides: ["/in/ada-example/"] }))).toBe("pending");
  });

  test("is not what merely speaks of something pending or of withdrawing", () => {
    expect(kindOf(control("Patent pending: a lamp"), control("Withdraw application"))).toBe("none");
    const seen = pendingOn([pendingOf("Ada Example"), control("Patent pending: a lamp")], ada(), []);
    expect(seen.kind === "pending" && seen.idle.map((each) => each.text)).toEqual(["Patent pending: a lamp"]);
  });
});
