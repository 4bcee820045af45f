import { beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import { always } from "../src/replica.ts";
import { browserVisit } from "./browser-visit.ts";
import { ada } from "./visit.ts";

const v = browserVisit();
const ignoreControl = '[role=listitem] [aria-label^="Ignore an invitation"]';
const acceptControl = '[role=listitem] [aria-label^="Accept "]';

beforeEach(async () => {
  const received = Array.from({ length: 13 }, (_, n) => ({
    name: `Otto Stranger ${n}`,
    slug: `otto-${n}`,
    ageMs: (n + 1) * dayMs,
  }));
  v.member = v.replica.addMember({ ...ada, slug: "received-many", received });
  await v.page
    .browserContext()
    .setCookie(
      ...v.member.mintSession().cookies.map((cookie) => ({ ...cookie, domain: "127.0.0.1", path: "/" })),
    );
});

async function open(hydrated = true): Promise<void> {
  await v.page.goto(`${v.replica.origin}/mynetwork/invitation-manager/received/`);
  if (hydrated) await v.page.waitForFunction("window.replicaHydrated === true");
}
const rows = () => v.page.$$eval("[role=listitem]", (items) => items.length);
const counter = () => v.text('a[href$="/received/CONNECTION/"]');

describe("a click on Ignore", () => {
  it.each(["links", "buttons"] as const)("takes the row away and the counter down, with %s", async (kind) => {
    v.member.faults.receivedControls = kind;
    await open();
    await v.click(ignoreControl, 1);
    await v.appears("[data-toast]");
    expect(await v.text("[data-toast] p")).toBe("Invitation ignored");
    expect([await rows(), await counter()]).toEqual([9, "People (12)"]);
    expect(v.member.received.ignored().map(({ name }) => name)).toEqual(["Otto Stranger 1"]);
    expect(v.replica.journal.violations("received-many", { ignore: true })).toEqual([]);
    expect(v.replica.journal.violations("received-many").length).toBeGreaterThan(0);
  });

  it("works on the rows that scrolling brings, too", async () => {
    await open();
    await v.scrollToEnd();
    await v.page.waitForFunction("document.querySelectorAll('[role=listitem]').length === 13");
    await v.click(ignoreControl, 12);
    await v.appears("[data-toast]");
    expect(v.member.received.ignored().map(({ name }) => name)).toEqual(["Otto Stranger 12"]);
  });

  it.each([
    ["failed-200", 10, "People (13)", 13],
    ["500", 10, "People (13)", 13],
    ["gone-no-pill", 9, "People (13)", 12],
    ["not-really", 9, "People (12)", 13],
  ] as const)("with %s leaves %d rows and %s", async (fault, left, counted, pending) => {
    v.member.faults.ignore = [always(fault)];
    await open();
    await v.click(ignoreControl);
    await v.appears("[data-toast]");
    expect([await rows(), await counter()]).toEqual([left, counted]);
    expect(v.member.received.pending()).toHaveLength(pending);
  });

  it("changes nothing while the server does not answer", async () => {
    v.member.faults.ignore = [always("never")];
    await open();
    await v.click(ignoreControl);
    await v.settled();
    expect([await rows(), v.member.received.pending().length]).toEqual([10, 13]);
    expect(v.replica.journal.ignores()).toMatchObject([{ outcome: "never", status: 0 }]);
  });

  it("follows the link where the control is dead for ever", async () => {
    v.member.faults.deadControls = ["otto-1"];
    await open();
    await Promise.all([v.page.waitForNavigation(), v.click(ignoreControl, 1)]);
    expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
    expect(v.replica.journal.ignores()).toEqual([]);
  });

  it("leads to the feed before the page is hydrated", async () => {
    v.member.faults.hydrationMs = 60_000;
    await open(false);
    await Promise.all([v.page.waitForNavigation(), v.click(ignoreControl)]);
    expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
    expect(v.member.received.pending()).toHaveLength(13);
  });
});

it("accepts at a click on Accept, which stays a violation where ignoring is allowed", async () => {
  await open();
  await v.click(acceptControl);
  await v.appears("[data-toast]");
  expect(v.member.received.accepted().map(({ name }) => name)).toEqual(["Otto Stranger 0"]);
  expect(v.replica.journal.violations("received-many", { ignore: true })).toMatchObject([
    { kind: "accept" },
    { control: "accept" },
  ]);
});
