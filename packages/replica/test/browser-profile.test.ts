import { describe, expect, it } from "vitest";
import { always } from "../src/replica.ts";
import { browserVisit, cancelButton, confirmButton, withdrawControl } from "./browser-visit.ts";
import { pendingAt } from "./visit.ts";

const v = browserVisit();
const pendingControl = 'a[aria-label^="Pending, click to withdraw"]';

async function open(n = 2, hydrated = true) {
  const invitation = pendingAt(v.member, n);
  await v.page.goto(`${v.replica.origin}/in/${invitation.slug}/`);
  if (hydrated) await v.page.waitForFunction("window.replicaHydrated === true");
  return invitation;
}
const controls = () => v.page.$$eval(pendingControl, (found) => found.length);

describe("Pending on a profile", () => {
  it("opens the same dialog as the row, and confirming turns both controls into Connect", async () => {
    const { id, name } = await open();
    await v.click(pendingControl);
    await v.appears(confirmButton);
    expect(await v.page.$eval(confirmButton, (button) => button.getAttribute("aria-label"))).toBe(
      `Withdraw invitation sent to ${name}`,
    );
    await v.click(confirmButton);
    await v.appears("[data-toast]");
    expect(v.member.withdrawn()).toMatchObject([{ id }]);
    expect(await controls()).toBe(0);
    const connect = `a[aria-label="Invite ${name} to connect"]`;
    expect(await v.page.$$eval(connect, (found) => found.length)).toBe(2);
    expect(v.replica.journal.violations()).toEqual([]);
    expect(v.replica.journal.pendingClicks("ada-sender")).toMatchObject([{ isTrusted: true }]);
    expect(v.replica.journal.withdrawClicks()).toEqual([]);
  });

  it("works from the sticky header once the page is scrolled", async () => {
    await open();
    expect(await v.page.$eval("[data-r=sticky]", (bar) => bar.hasAttribute("hidden"))).toBe(true);
    await v.scrollToEnd();
    await v.page.waitForSelector(`[data-r=sticky] ${pendingControl}`, { visible: true });
    await v.click(`[data-r=sticky] ${pendingControl}`);
    await v.appears(cancelButton);
    await v.click(cancelButton);
    expect(v.member.pendingCount).toBe(23);
  });

  it("shows another person's dialog where a fault says so", async () => {
    v.member.faults.dialog = [always("other-name")];
    const { name } = await open();
    await v.click(pendingControl);
    await v.appears(confirmButton);
    expect(await v.page.$eval(confirmButton, (b) => b.getAttribute("aria-label"))).not.toContain(name);
  });

  it.each([
    ["failed-200", 2, 23, "Failed to withdraw invitation"],
    ["not-really", 0, 23, "Invitation withdrawn"],
  ] as const)("with %s leaves %d controls and %d pending", async (fault, left, pending, said) => {
    v.member.faults.withdraw = [always(fault)];
    await open();
    await v.click(pendingControl);
    await v.appears(confirmButton);
    await v.click(confirmButton);
    await v.appears("[data-toast]");
    expect(await v.text("[data-toast] p")).toContain(said);
    expect([await controls(), v.member.pendingCount]).toEqual([left, pending]);
    await open();
    expect(await controls()).toBe(2);
  });

  it("leads to the feed before the page is hydrated", async () => {
    v.member.faults.hydrationMs = 60_000;
    await open(0, false);
    await Promise.all([v.page.waitForNavigation(), v.click(pendingControl)]);
    expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
    expect(v.replica.journal.dialogs()).toEqual([]);
  });
});

it("is the second way where the row's own control is dead for ever", async () => {
  const { slug } = pendingAt(v.member, 1);
  v.member.faults.deadControls = [slug ?? ""];
  await v.open();
  await Promise.all([v.page.waitForNavigation(), v.click(withdrawControl, 1)]);
  expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
  expect(v.replica.journal.withdrawClicks()).toMatchObject([{ hydrated: true }]);
  await v.open();
  await v.click(withdrawControl, 0);
  await v.appears(confirmButton);
  await open(1);
  await v.click(pendingControl);
  await v.appears(confirmButton);
});

it("counts a click on other people's Connect as a violation", async () => {
  await open();
  await v.click('aside a[aria-label^="Invite "]');
  await expect.poll(() => v.replica.journal.violations().length).toBe(2);
});
