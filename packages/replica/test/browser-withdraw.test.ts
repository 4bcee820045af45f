import { describe, expect, it } from "vitest";
import { always, on } from "../src/replica.ts";
import { browserVisit, cancelButton, confirmButton, withdrawControl } from "./browser-visit.ts";
import { pendingAt, sentPath } from "./visit.ts";

const v = browserVisit();

describe("a click on Withdraw", () => {
  it("opens the dialog of that person, and confirming withdraws", async () => {
    const { id, name } = pendingAt(v.member, 2);
    await v.open();
    await v.click(withdrawControl, 2);
    await v.appears(confirmButton);
    expect(await v.page.$eval("dialog[open]", (dialog) => dialog.hasAttribute("role"))).toBe(false);
    expect(await v.page.$eval(confirmButton, (button) => button.getAttribute("aria-label"))).toBe(
      `Withdraw invitation sent to ${name}`,
    );
    await v.click(confirmButton);
    await v.appears("[data-toast]");
    expect([await v.rows(), await v.counter()]).toEqual([9, "People (22)"]);
    expect(v.member.withdrawn()).toMatchObject([{ id }]);
    expect(v.replica.journal.violations()).toEqual([]);
  });

  it("changes nothing when it is cancelled", async () => {
    await v.open();
    await v.click(withdrawControl);
    await v.appears(cancelButton);
    await v.click(cancelButton);
    await v.page.waitForSelector(cancelButton, { hidden: true });
    expect([await v.rows(), v.member.pendingCount]).toEqual([10, 23]);
  });

  it("that is never answered keeps no other row from its dialog", async () => {
    v.member.faults.dialog = [on(1, "never")];
    const { name } = pendingAt(v.member, 1);
    await v.open();
    await v.click(withdrawControl, 0);
    await v.click(withdrawControl, 1);
    await v.appears(confirmButton);
    expect(await v.page.$eval(confirmButton, (button) => button.getAttribute("aria-label"))).toContain(name);
  });

  it("follows the link to the feed before the page is hydrated", async () => {
    v.member.faults.hydrationMs = 60_000;
    await v.open(false);
    await Promise.all([v.page.waitForNavigation(), v.click(withdrawControl)]);
    expect(v.page.url()).toBe(`${v.replica.origin}/feed/`);
    expect(v.replica.journal.withdrawClicks()).toMatchObject([{ isTrusted: true, hydrated: false }]);
    expect(v.replica.journal.dialogs()).toEqual([]);
  });

  it("does nothing when it comes from script or from the Enter key, and the journal knows", async () => {
    await v.open();
    await v.page.$eval(withdrawControl, (control) => (control as HTMLElement).click());
    await v.page.focus(withdrawControl);
    await v.page.keyboard.press("Enter");
    await v.settled();
    expect(v.replica.journal.dialogs()).toEqual([]);
    expect(v.page.url()).toBe(`${v.replica.origin}${sentPath}`);
    expect(v.replica.journal.withdrawClicks()).toMatchObject([{ isTrusted: false, hydrated: true }]);
  });
});

describe("a withdrawal that goes wrong", () => {
  it.each([
    ["failed-200", 10, "People (23)", "Failed to withdraw invitation"],
    ["toast-error-row-stays", 10, "People (23)", "Something went wrong"],
    ["429", 10, "People (23)", "Something went wrong"],
    ["dropped", 10, "People (23)", "Something went wrong"],
    ["gone-no-pill", 9, "People (23)", "Invitation withdrawn"],
    ["somebody-else-goes", 8, "People (22)", "Invitation withdrawn"],
    ["not-really", 9, "People (22)", "Invitation withdrawn"],
  ] as const)("with %s leaves %d rows, %s and says %s", async (fault, left, counted, said) => {
    v.member.faults.withdraw = [always(fault)];
    await v.withdrawFirst();
    await v.appears("[data-toast]");
    expect([await v.rows(), await v.counter()]).toEqual([left, counted]);
    expect(await v.text("[data-toast] p")).toContain(said);
  });

  it("ends at the challenge", async () => {
    v.member.faults.withdraw = [always("challenge")];
    await v.withdrawFirst();
    await v.appears("#captcha-internal");
    expect(v.page.url()).toBe(`${v.replica.origin}/checkpoint/challenge/`);
  });

  it("can jump to the Received tab, where a click on Accept is a violation", async () => {
    v.member.faults.autoSwitchReceived = [always(true)];
    await v.withdrawFirst();
    await v.appears('a[aria-label^="Accept "]');
    expect(v.page.url()).toBe(`${v.replica.origin}/mynetwork/invitation-manager/received/`);
    await v.click('a[aria-label^="Accept "]');
    await expect.poll(() => v.replica.journal.violations().length).toBe(2);
  });

  it("can leave the dialog open, which eats the next click", async () => {
    v.member.faults.leftoverDialog = "after-withdrawal";
    await v.withdrawFirst();
    await v.appears("[data-toast]");
    await v.click(withdrawControl, 1);
    await v.settled();
    expect(v.replica.journal.dialogs()).toHaveLength(1);
  });
});
