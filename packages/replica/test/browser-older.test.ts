import { beforeEach, describe, expect, it } from "vitest";
import { always, on } from "../src/replica.ts";
import { browserVisit } from "./browser-visit.ts";
import { ada, idsIn, pendingAt } from "./visit.ts";

const v = browserVisit();
const count = (selector: string) => v.page.$$eval(selector, (found) => found.length);
const journal = () => v.replica.journal;

describe("Load more", () => {
  it("stays until a page is empty, and then goes", async () => {
    v.member.faults.layout = "V5-button";
    await v.open();
    for (const shown of [20, 23]) {
      await v.click("[data-r=more]");
      await expect.poll(() => count("[role=listitem]")).toBe(shown);
    }
    await v.click("[data-r=more]");
    await expect.poll(() => count("[data-r=more]")).toBe(0);
    expect(journal().of("pagination")).toHaveLength(3);
    expect(journal().of("pagination")[0]?.path).toContain("pagers.mynetwork.invitationsList");
  });

  it("is not needed where main is scrolled, if a fault says so", async () => {
    Object.assign(v.member.faults, { layout: "V5-anchor", loading: "scroll" });
    await v.page.setViewport({ width: 1280, height: 500 });
    await v.open();
    expect(await count("[data-r=more]")).toBe(0);
    await v.page.$eval("main", (main) => main.scrollTo(0, main.scrollHeight));
    await expect.poll(() => count("[role=listitem]")).toBe(20);
  });

  it("stands beside the scrolling in the mixture of V5 and V6", async () => {
    v.member.faults.layout = "V5-V6";
    await v.page.setViewport({ width: 1280, height: 500 });
    await v.open();
    expect(await count("#workspace a[aria-label^=Withdraw], #workspace button[data-view-name]")).toBe(10);
    await v.page.$eval("[data-r=more]", (button) => (button as HTMLElement).click());
    await expect.poll(() => count("[role=listitem]")).toBe(20);
    await v.scrollToEnd();
    await expect.poll(() => count("[role=listitem]")).toBe(23);
  });
});

describe("a page of 2025", () => {
  it("has no ids in its data, unless a fault brings the island back", async () => {
    v.member.faults.layout = "V5-button";
    const ids = v.member.pending().map(({ id }) => id);
    await v.open();
    const page = await v.page.content();
    expect(ids.filter((id) => page.includes(id))).toEqual([]);
    v.member.faults.island = true;
    await v.open();
    expect(idsIn(await v.page.content())).toEqual(ids.slice(0, 10));
  });

  it("says Withdrawn on the confirm button as long as its controls are buttons", async () => {
    const labels = [];
    for (const layout of ["V5-button", "V5-anchor"] as const) {
      v.member.faults.layout = layout;
      await v.open();
      await v.click("[data-view-name=sent-invitations-withdraw-single]");
      await v.appears("[data-r=confirm]");
      labels.push(await v.page.$eval("[data-r=confirm]", (button) => button.getAttribute("aria-label")));
    }
    const { name } = pendingAt(v.member, 0);
    expect(labels).toEqual([`Withdrawn invitation sent to ${name}`, `Withdraw invitation sent to ${name}`]);
  });

  it("has buttons that are dead and links that lead away until it is hydrated", async () => {
    Object.assign(v.member.faults, { layout: "V5-button", hydrationMs: 60_000 });
    await v.open(false);
    await v.click("[data-view-name=sent-invitations-withdraw-single]");
    await expect.poll(() => journal().withdrawClicks()).toMatchObject([{ hydrated: false }]);
    expect(await count("dialog[open]")).toBe(0);
    v.member.faults.layout = "V5-anchor";
    await v.open(false);
    await Promise.all([
      v.page.waitForNavigation(),
      v.click("[data-view-name=sent-invitations-withdraw-single]"),
    ]);
    expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
  });
});

describe("a dialog that the page has had from the start", () => {
  beforeEach(() => {
    v.member.faults.layout = "V5-button";
  });
  const press = (n: number) => v.click("[data-view-name=sent-invitations-withdraw-single]", n);

  it("can fail to come, by the number of dialogs before it", async () => {
    v.member.faults.dialog = [on(1, "never"), on(2, "other-name")];
    await v.open();
    await press(0);
    await v.settled();
    expect(await count("dialog[open]")).toBe(0);
    await press(0);
    await v.appears("[data-r=confirm]");
    const label = await v.page.$eval("[data-r=confirm]", (button) => button.getAttribute("aria-label"));
    expect(label).toContain(pendingAt(v.member, 1).name);
    expect(journal().dialogs()).toEqual([]);
  });

  it("leaves time for the person to accept", async () => {
    v.member.faults.acceptDuring = [on(1, "target")];
    const { id } = pendingAt(v.member, 1);
    await v.open();
    await press(1);
    await expect.poll(() => v.member.accepted().map((accepted) => accepted.id)).toEqual([id]);
    await v.appears("[data-r=confirm]");
    await v.click("[data-r=confirm]");
    await v.appears("[data-toast]");
    expect(journal().withdrawals()).toMatchObject([{ ids: [id], outcome: "already gone" }]);
  });

  it("can end in a challenge", async () => {
    v.member.faults.dialog = [always("challenge")];
    await v.open();
    await press(0);
    await v.appears("#captcha-internal");
    await expect.poll(() => v.member.challenged).toBe(true);
  });
});

describe("the dialog of V4", () => {
  it("lies over the page after a withdrawal until it is dismissed", async () => {
    v.member.faults.layout = "V4";
    await v.open();
    await v.click("button[aria-label^=Withdraw]");
    await v.appears("[data-r=confirm]");
    await v.click("[data-r=confirm]");
    await v.appears("[data-toast]");
    await v.click("[data-r='w:3']");
    await v.settled();
    expect(journal().withdrawClicks()).toHaveLength(1);
    await v.click("dialog[open] [aria-label=Dismiss]");
    await v.click("[data-r='w:3']");
    await expect.poll(() => journal().withdrawClicks()).toHaveLength(2);
    expect(journal().withdrawals()[0]?.path).toMatch(
      /^\/voyager\/api\/voyagerRelationshipsDashInvitations\/urn%3Ali%3Afsd_invitation%3A\d+\?action=withdraw$/,
    );
  });
});

describe("the Ember page", () => {
  const cards = "li.invitation-card";
  const [next, previous] = [".artdeco-pagination__button--next", ".artdeco-pagination__button--previous"];

  it("has a hundred rows a page, without main, and turns them by its API", async () => {
    const many = v.replica.addMember({ ...ada, slug: "max-many", layout: "V3b", generated: { count: 230 } });
    await v.page
      .browserContext()
      .setCookie(
        ...many.mintSession().cookies.map((cookie) => ({ ...cookie, domain: "127.0.0.1", path: "/" })),
      );
    await v.open();
    expect([await count(cards), await count("main"), await count(`${previous}[disabled]`)]).toEqual([
      100, 0, 1,
    ]);
    const payload = JSON.parse((await v.text("code")) ?? "");
    expect(payload.data["*elements"]).toHaveLength(100);
    for (const shown of [100, 30]) {
      await Promise.all([
        v.page.waitForResponse((r) => r.url().includes("sentInvitationViewsV2")),
        v.click(next),
      ]);
      await expect.poll(() => count(cards)).toBe(shown);
    }
    expect(await count(`${next}[disabled]`)).toBe(1);
    const last = many.pending().at(-1);
    expect(await v.page.$$eval(cards, (found) => found.at(-1)?.textContent)).toContain(last?.name);
    await v.click(previous);
    await expect.poll(() => count(cards)).toBe(100);
    expect(journal().of("pagination")).toMatchObject(
      [100, 200, 100].map((start) => ({ method: "GET", path: expect.stringContaining(`&start=${start}`) })),
    );
  });

  it("keeps its page after a withdrawal, closes its modal on Escape, and stacks its toasts", async () => {
    v.member.faults.layout = "V3b";
    await v.open();
    await v.click(`${cards} button`);
    await v.appears("[data-test-modal]");
    // Cancel comes first and has the focus.
    const focused = await v.page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(focused).toBe("Cancel");
    await v.page.keyboard.press("Escape");
    expect(await count("[data-test-modal]")).toBe(0);
    for (const gone of [1, 2]) {
      await v.click(`${cards} button`);
      await v.appears("[data-test-dialog-primary-btn]");
      await v.click("[data-test-dialog-primary-btn]");
      await expect.poll(() => count(".artdeco-toast-item")).toBe(gone);
    }
    expect([await count(cards), v.member.pendingCount]).toEqual([21, 21]);
    expect(await v.page.$eval(".artdeco-pill", (pill) => pill.getAttribute("aria-label"))).toBe(
      "People (21)",
    );
    expect(journal().withdrawals()[0]?.path).toBe(
      "/voyager/api/relationships/invitations?action=closeInvitations",
    );
  });

  it("has no ids in its data where a fault says so", async () => {
    Object.assign(v.member.faults, { layout: "V3b", noIds: true });
    await v.open();
    const page = await v.page.content();
    expect(
      v.member.pending().filter(({ id, sentAt }) => page.includes(id) || page.includes(String(sentAt))),
    ).toEqual([]);
  });
});

it("is refused as a layout that nobody knows: on V2 a click is reported and nothing is withdrawn", async () => {
  v.member.faults.layout = "V2";
  await v.open();
  await v.click(".mn-invitation-list button", 1);
  await expect.poll(() => journal().withdrawClicks()).toHaveLength(1);
  await v.settled();
  expect([v.member.pendingCount, journal().withdrawals().length, journal().violations().length]).toEqual([
    23, 0, 0,
  ]);
});

it("goes on as it is when the layout changes under an open page, and is the other at the next load", async () => {
  v.member.faults.layout = "V5-button";
  await v.open();
  v.member.faults.layout = "V4";
  await v.click("[data-r=more]");
  await expect.poll(() => count("button[data-view-name=sent-invitations-withdraw-single]")).toBe(20);
  await v.open();
  expect(await count("[data-view-name]")).toBe(0);
});
