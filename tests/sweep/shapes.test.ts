import { composeDigest } from "@lapse/core/digest/compose";
import { digestFacts } from "@lapse/core/digest/facts";
import { renderDigest } from "@lapse/core/digest/render";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { afterEach, describe, expect, test } from "vitest";
import { type Stage, stage } from "../pages/stage.ts";
import { day, named, people, person, type Scene, scene, withdrawnNames } from "./kit.ts";

let here: Scene | Stage;
afterEach(() => here.close());

async function opened(...of: Parameters<typeof scene>): Promise<Scene> {
  const made = await scene(...of);
  here = made;
  return made;
}

describe("whatever the list looks like", () => {
  test.each([796, 2_000])(
    "2: %i invitations are read within one sweep, the oldest withdrawn",
    async (count) => {
      const made = await opened(people(count, (i) => 1 + (i * 170) / count));
      made.policy({ perDay: 3, olderThanDays: 90 });
      const { result } = await made.sweep();
      expect(result).toMatchObject({ outcome: "capped", read: count, pending: count - 3 });
      expect(made.member.withdrawn().map(({ name }) => name)).toEqual(
        [0, 1, 2].map((i) => `Person ${String(count - i).padStart(3, "0")}`),
      );
    },
  );

  test("24: e-mail invitees, deleted members, pages, events, groups and newsletters are listed and kept", async () => {
    const made = await opened([
      person("Young One", 3),
      person("Acme Pages", 40, { kind: "company" }),
      person("Summit", 41, { kind: "event" }),
      person("Old Boys", 42, { kind: "group" }),
      person("Weekly", 43, { kind: "newsletter" }),
      person("someone@mail.example", 44, { slug: null }),
      person("LinkedIn Member", 45, { slug: null }),
      person("Real Person", 50),
    ]);
    const { result } = await made.sweep();
    expect(withdrawnNames(made.member)).toEqual(["Real Person"]);
    expect(named(result.items, "kept")).toEqual([
      ...["Acme Pages", "Summit", "Old Boys", "Weekly", "someone@mail.example", "LinkedIn Member"],
    ]);
    expect(result.items.filter((item) => item.state === "kept").map((item) => item.reason)).toEqual(
      Array.from({ length: 6 }, () => "not a person"),
    );
  });

  test("25: a French page works", async () => {
    const made = await opened(people(12, (i) => i * 5 + 0.5));
    made.faults({ language: "fr" });
    const { result } = await made.sweep();
    expect(result.outcome).toBe("done");
    expect(made.member.withdrawn()).toHaveLength(6);
  });

  test.each(["V3b", "V4", "V5-button", "V5-anchor", "V5-V6"] as const)(
    "27: the layout %s works",
    async (layout) => {
      const made = await opened(people(14, (i) => i * 10 + 0.5));
      made.faults({ layout });
      made.policy({ olderThanDays: 60, perDay: 3 });
      const { result } = await made.sweep();
      expect(result.outcome).toBe("capped");
      expect(withdrawnNames(made.member)).toEqual(["Person 014", "Person 013", "Person 012"]);
      expect(made.replica.journal.violations()).toEqual([]);
    },
  );

  test("27: the layout V2, which withdraws at the first press, is refused by name", async () => {
    const made = await opened(people(14, (i) => i * 10 + 0.5));
    made.faults({ layout: "V2" });
    const { result } = await made.sweep();
    expect(result.outcome).toBe("page-drift");
    expect(result.message).toContain("V2");
    expect(made.replica.journal.withdrawClicks()).toEqual([]);
  });

  test.each([
    ["dialog", { leftoverDialog: "on-load" as const }],
    ["banner", { limitBanner: true }],
  ])(
    "28: a weekly-limit %s over the page stops nothing, and nobody is promised that it helps",
    async (_what, faults) => {
      const made = await opened(people(12, (i) => i * 5 + 0.5));
      made.faults(faults);
      const { result } = await made.sweep();
      expect(result.outcome).toBe("done");
      expect(result.message).not.toMatch(/limit|restriction|invite again/i);
      expect(made.replica.journal.violations()).toEqual([]);
    },
  );

  test("30: names with mark-up in them are text in the digest, and no note gets there", async () => {
    const made = await stage([
      person("Young One", 3),
      person('<img src=x onerror="alert(1)"> & Co', 50, { slug: "mark-up", note: "Our secret note" }),
    ]);
    here = made;
    const events: LedgerEvent[] = [];
    const { withdrawn } = await made.again({}, { events });
    expect(withdrawn).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("secret note");
    const now = (events.at(-1)?.at ?? 0) + 1_000;
    const mail = composeDigest(digestFacts({ events, policy: defaultPolicy, now, since: now - 7 * day }));
    if (mail.kind !== "mail") throw new Error("there is no mail");
    const link = "https://lapse.example/";
    const pages = { dashboard: link, rules: link, connect: link, preview: link };
    const { html, text } = renderDigest(mail, {
      ...{ ...pages, site: link, unsubscribe: link, keep: () => link },
    });
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img");
    expect(`${html}${text}`).not.toContain("secret note");
  });
});
