import { readFileSync } from "node:fs";
import { always } from "@lapse/replica/replica";
import { afterEach, describe, expect, test } from "vitest";
import { doctor, filesBelow, personalIn, personalRows } from "./doctor/run.ts";
import { type Scene, scene } from "./sweep/kit.ts";

let open: Scene | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function at(count: number): Promise<Scene> {
  open = await scene(personalRows(count));
  return open;
}

/** The list with its rows taken away, while the data go on naming them. */
const rowsGone = { selector: "[role=listitem]", change: "remove-element" } as const;
const columnRenamed = {
  selector: "[data-testid=lazy-column]",
  change: "change-value",
  attribute: "data-testid",
} as const;

describe("lapse doctor on a page that Lapse knows", () => {
  test("tells layout, language, rows, ages, ids, controls and what proved the end", async () => {
    const here = await at(23);
    const ran = await doctor(here, "--json");
    expect(ran.status, ran.err).toBe(0);
    const { outcome, list, report } = ran.told;
    expect(outcome).toBe("understood");
    expect(list).toEqual({
      ...{ counter: 23, read: 23, understood: 23, withId: 23, withAge: 23, withControl: 23, others: 0 },
      ...{ end: "the counter", troubles: [] },
    });
    expect(report).toMatchObject({
      ...{ missing: null, address: "sent", layouts: ["V6"], language: "en", signedIn: "yes" },
      ...{ counter: "readable", rows: 23, acting: 23, entries: 23, dialogs: 0 },
      labels: { readable: 23, of: 23 },
    });
    expect(report?.skeleton).toContain("div[role=listitem");
    expect(report?.skeleton).toContain("data-testid=lazy-column");
  });

  test("clicks nothing, and asks for no dialog", async () => {
    const here = await at(23);
    expect((await doctor(here)).status).toBe(0);
    expect(here.replica.journal.clicks).toEqual([]);
    expect(
      ["dialog", "withdraw"].filter((kind) =>
        here.replica.journal.entries.some((entry) => entry.kind === kind),
      ),
    ).toEqual([]);
    expect(here.member.pendingCount).toBe(23);
  });

  test("says the same to a person, with the skeleton where it is asked for", async () => {
    const here = await at(12);
    const plain = await doctor(here);
    expect(plain.out).toMatch(/^outcome +understood/);
    expect(plain.out).toMatch(/^layout +V6$/m);
    expect(plain.out).toMatch(/^end of list +proved by the counter$/m);
    expect(plain.out).not.toContain("\nskeleton\n");
    expect((await doctor(here, "--skeleton")).out).toContain("\nskeleton\nhtml");
  });

  test("tells nobody's name, slug, headline, note, id or cookie, and writes no file but the session", async () => {
    const here = await at(23);
    const before = filesBelow(here.folder);
    for (const options of [["--json"], ["--skeleton"]]) {
      const ran = await doctor(here, ...options);
      expect(personalIn(ran.out + ran.err, here.member, here.sessionFile)).toEqual([]);
    }
    expect(filesBelow(here.folder)).toEqual(before);
  });

  test("writes renewed cookies back", async () => {
    const here = await at(3);
    here.faults({ rotateSession: true });
    const before = readFileSync(here.sessionFile, "utf8");
    expect((await doctor(here)).status).toBe(0);
    expect(readFileSync(here.sessionFile, "utf8")).not.toBe(before);
    expect((await doctor(here)).status).toBe(0);
  });
});

describe("lapse doctor on a page that changed", () => {
  test("names the mark that is missing", async () => {
    const here = await at(12);
    here.faults({ mutations: [columnRenamed] });
    const { told } = await doctor(here, "--json");
    const lost = told.report?.marks.filter(({ layout, found }) => layout === "V6" && found === 0);
    expect(lost?.map(({ selector }) => selector)).toContain('[data-testid="lazy-column"]');
    // The value that it has now is nobody's word of ours.
    expect(told.report?.skeleton).not.toContain("data-testid=lazy");
  });

  test("says what it missed where it cannot go on, and exits with 5", async () => {
    const here = await at(12);
    here.faults({ mutations: [rowsGone] });
    const ran = await doctor(here, "--json");
    expect(ran.status).toBe(5);
    expect(ran.told.outcome).toBe("page-drift");
    expect(ran.told.report?.missing).toMatch(/list|row/);
    expect(ran.told.report).toMatchObject({ rows: 0, acting: 0, entries: 12, address: "sent" });
    expect(personalIn(ran.out + ran.err, here.member, here.sessionFile)).toEqual([]);
  });

  test("refuses a layout of long ago, and shows what it is made of", async () => {
    const here = await at(5);
    here.faults({ layout: "V2" });
    const ran = await doctor(here, "--skeleton");
    expect(ran.status).toBe(5);
    expect(ran.out).toMatch(/^missing +.*V2/m);
    expect(ran.out).toContain("\nskeleton\nhtml");
    expect(personalIn(ran.out + ran.err, here.member, here.sessionFile)).toEqual([]);
  });

  test.each(["V5-button", "V5-anchor", "V5-V6", "V4", "V3b"] as const)(
    "knows %s, and tells nothing personal of it",
    async (layout) => {
      const here = await at(12);
      here.faults({ layout });
      const ran = await doctor(here, "--json");
      expect(ran.told.list?.read, ran.out.slice(0, 400)).toBe(12);
      expect(ran.told.report?.address).toBe("sent");
      expect(personalIn(ran.out + ran.err, here.member, here.sessionFile)).toEqual([]);
    },
  );
});

describe("lapse doctor before a wall", () => {
  test.each([
    ["login", "signed-out", 3, "login"],
    ["checkpoint", "challenged", 3, "checkpoint"],
    // Its own script leads on to a sign-in page, as LinkedIn's does.
    ["999", "blocked", 4, "login"],
    ["429", "rate-limited", 4, "sent"],
  ] as const)("%s: the outcome is %s", async (fault, outcome, status, address) => {
    const here = await at(3);
    here.faults({ page: [always(fault)] });
    const ran = await doctor(here, "--json");
    expect(ran.status).toBe(status);
    expect(ran.told).toMatchObject({ outcome, list: null });
    expect(ran.told.report?.address).toBe(address);
  });

  test("of another member's account it tells neither the one nor the other", async () => {
    const here = await at(3);
    here.session((session) => {
      session.member = "/in/somebody-else-zzyzx";
    });
    const ran = await doctor(here);
    expect(ran.status).toBe(3);
    expect(ran.out).toMatch(/^outcome +wrong-account/);
    expect(ran.out + ran.err).not.toMatch(/somebody-else|ada-sender/);
  });
});

describe("lapse doctor asked wrongly", () => {
  test.each([
    ["--policy", "x.json"],
    ["--site", "http://linkedin.example"],
  ])("%s %s: one line, exit status 2", async (...options) => {
    const ran = await doctor(await at(1), ...options);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toMatch(/^lapse: [^\n]+\n$/);
  });

  test("explains itself", async () => {
    const ran = await doctor(await at(1), "--help");
    expect(ran.status).toBe(0);
    expect(ran.out).toMatch(/^Usage: lapse doctor/);
  });
});
