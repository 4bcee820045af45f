import { describe, expect, it } from "vitest";
import { always } from "../src/replica.ts";
import { browserVisit, confirmButton, withdrawControl } from "./browser-visit.ts";

const v = browserVisit();

const liAt = async () =>
  (await v.page.browserContext().cookies()).filter(({ name }) => name === "li_at").length;

describe("a session that ends at a withdrawal", () => {
  it("loses li_at after it was done: the page says so, the next one is the sign-in", async () => {
    v.member.faults.withdraw = [always("done-then-deleteMe")];
    await v.withdrawFirst();
    await v.appears("[data-toast]");
    expect([await v.rows(), v.member.pendingCount, await liAt()]).toEqual([9, 22, 0]);
    await v.page.reload();
    expect(v.page.url()).toContain("/login?session_redirect=");
  });

  it("loses li_at in place of it: the page goes to the sign-in, and nothing is withdrawn", async () => {
    v.member.faults.withdraw = [always("deleteMe")];
    await v.open();
    await v.click(withdrawControl);
    await v.appears(confirmButton);
    await Promise.all([v.page.waitForNavigation(), v.click(confirmButton)]);
    expect(v.page.url()).toContain("/login");
    expect([v.member.pendingCount, await liAt()]).toEqual([23, 0]);
  });
});

it("shows the approval and the restriction where their redirects lead", async () => {
  for (const [fault, heading] of [
    ["approval", "Check your LinkedIn app"],
    ["restricted", "Access to your account has been temporarily restricted"],
  ] as const) {
    v.member.faults.page = [always(fault)];
    await v.open(false);
    expect(await v.text("h1")).toBe(heading);
    expect(v.page.url()).toContain("/checkpoint/");
  }
});

it("lays the weekly-limit banner over the top of the page, where it stays", async () => {
  v.member.faults.limitBanner = true;
  v.member.faults.language = "de";
  await v.open();
  expect(await v.text("[role=alert]")).toBe("Sie haben das wöchentliche Einladungslimit erreicht");
  const over = await v.page.evaluate(
    () => document.elementFromPoint(600, 40)?.closest("[role=alert]") !== null,
  );
  expect(over).toBe(true);
});
