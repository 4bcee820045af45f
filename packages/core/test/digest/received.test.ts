import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { digestFacts } from "../../src/digest/facts.ts";
import { renderDigest } from "../../src/digest/render.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { day, event, ignored, links, now, person, received, since, swept, withdrawn } from "./sample.ts";

const asking: Policy = { ...defaultPolicy, received: { ignoreOlderThanDays: 90 } };

function mail(events: readonly LedgerEvent[], policy = asking): string[] {
  const content = composeDigest(digestFacts({ events, policy, now, since }));
  if (content.kind === "quiet") return ["", ""];
  const { html, text } = renderDigest(content, links);
  return [html, text].map((form) => form.replace(/\s+/g, " "));
}

describe("received invitations in the digest", () => {
  test("are counted as ignored, and not among the withdrawn, in HTML and in text", () => {
    const events = [
      ...withdrawn(3, person(1)),
      ...ignored(2, received(2)),
      ...ignored(1, received(3)),
      swept(1),
    ];
    for (const form of mail(events)) {
      expect(form).toContain("1 invitation was withdrawn");
      expect(form).toContain("2 old invitations of others were ignored, as you asked.");
      expect(form).not.toContain("Stranger 2");
    }
  });

  test("are told by what the ledger holds, also where the sweep was killed before its end", () => {
    for (const form of mail(ignored(2, received(2))))
      expect(form).toContain("1 old invitation of others was ignored");
  });

  test("are not counted where a fresh load showed one again", () => {
    const back = { kind: "unverified", invitation: received(2), reason: "it is there again" } as const;
    for (const form of mail([...ignored(2, received(2)), event(1, back)])) {
      expect(form).not.toMatch(/of others was ignored/);
      expect(form).toContain("nothing proves that they were withdrawn or ignored");
    }
  });

  test("are announced as what happens to them, and not once the policy no longer asks for it", () => {
    const on = new Date(now + 7 * day).toISOString();
    const events = [swept(0.5, { upcoming: [{ ...received(5), on }] })];
    for (const form of mail(events)) {
      expect(form).toContain("Stranger 5");
      expect(form).toContain("You received this one: it is ignored, not withdrawn.");
    }
    expect(mail(events, defaultPolicy)).toEqual(["", ""]);
  });

  test("interrupted at the click are said not to be proved as ignored", () => {
    for (const form of mail([event(1, { kind: "intent", invitation: received(5) })]))
      expect(form).toContain("whether it was ignored");
  });
});
