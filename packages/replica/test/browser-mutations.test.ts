import { describe, expect, it } from "vitest";
import { mutated } from "../src/layouts/mutate/mutate.ts";
import type { ElementMutation, Mutation } from "../src/replica.ts";
import { browserVisit } from "./browser-visit.ts";
import { sights } from "./layouts.ts";
import { pendingAt } from "./visit.ts";

const v = browserVisit();
const count = (selector: string) => v.page.$$eval(selector, (found) => found.length);

async function openWith(layout: (typeof sights)[number]["layout"], mutations: readonly Mutation[]) {
  Object.assign(v.member.faults, { layout, mutations });
  await v.open();
}

describe("a mutation", () => {
  it("takes an attribute away, also from rows that come later", async () => {
    await openWith("V5-button", [
      { selector: "[role=listitem]", change: "remove-attribute", attribute: "role" },
    ]);
    const rows = "main [componentkey^=auto-]:not([role])";
    expect([await count("[role=listitem]"), await count(rows)]).toEqual([0, 10]);
    await v.page.click("[data-r=more]");
    await expect.poll(() => count(rows)).toBe(20);
    expect(await count("[role=listitem]")).toBe(0);
  });

  it("renames an attribute or changes its value", async () => {
    await openWith("V5-button", [
      { selector: "[data-view-name]", change: "rename-attribute", attribute: "data-view-name" },
      { selector: "main button[aria-label]", change: "change-value", attribute: "aria-label" },
    ]);
    expect([await count("[data-view-name]"), await count("button[data-x-data-view-name]")]).toEqual([0, 10]);
    const label = await v.page.$eval("main [data-r='w:0']", (control) => control.getAttribute("aria-label"));
    expect(label).toMatch(/^Jvguqenj vaivgngvba frag gb /);
  });

  it("takes the place of an element that the parser still fills", async () => {
    const page = mutated("<!DOCTYPE html><html><head></head><body><main><p>one</p>", [
      { selector: "main", change: "rename-tag" },
    ]);
    const write = (html: string) => v.page.evaluate((text) => document.write(text), html);
    await write(page);
    expect([await count("main"), await count("div > p")]).toEqual([0, 1]);
    await write("<p>two</p></main><p>three</p>");
    await v.page.evaluate(() => document.close());
    expect([await count("main"), await count("div > p"), await count("body > p")]).toEqual([0, 2, 1]);
  });

  it("empties texts and takes elements away, also where the script writes them again", async () => {
    await openWith("V6", [
      { selector: 'a[href$="/sent/CONNECTION/"]', change: "remove-text" },
      { selector: "[role=listitem] p:not(:has(span))", change: "remove-element" },
      { selector: "dialog h2", change: "remove-element" },
    ]);
    await v.click("[data-r='w:1']");
    await v.appears("[data-r=confirm]");
    expect(await count("[data-r^='dialog:'] h2")).toBe(0);
    await v.click("[data-r=confirm]");
    await v.appears("[data-toast]");
    expect(await v.counter()).toBe("");
    expect(await count("[role=listitem] p:not(:has(span))")).toBe(0);
  });

  it("is never seen undone by a reader that looks at every moment", async () => {
    v.member.faults.mutations = [
      { selector: "[role=listitem]", change: "remove-attribute", attribute: "role" },
    ];
    await v.page.evaluateOnNewDocument(() => {
      const look = () => {
        const seen = document.querySelectorAll("[role=listitem]").length > 0;
        if (seen) Object.assign(window, { seenUndone: true });
        setTimeout(look, 0);
      };
      look();
    });
    await v.open();
    await v.scrollToEnd();
    await expect.poll(() => count("[data-r^='row:']")).toBe(20);
    expect(await v.page.evaluate("window.seenUndone === true")).toBe(false);
  });

  it("of the page's data is made on the server", async () => {
    await openWith("V6", [{ script: "island", change: "rename-key", key: "invitationId" }]);
    const page = await v.page.content();
    expect(page).toContain('x_invitationId\\"');
    expect(page).not.toContain('{\\"invitationId\\"');
    v.member.faults.mutations = [{ script: "island", change: "remove" }];
    await v.open();
    const ids = v.member.pending().map(({ id }) => id);
    const bare = await v.page.content();
    expect(ids.filter((id) => bare.includes(id))).toEqual([]);
  });
});

/** What a reader relies on, all of it changed at once. */
const everything: readonly ElementMutation[] = [
  { selector: "main, li, time, strong, [role=listitem], nav, p, span", change: "rename-tag" },
  { selector: "button, a, dialog", change: "rename-tag" },
  { selector: "body *", change: "rename-attribute", attribute: "class" },
  { selector: "body *", change: "rename-attribute", attribute: "id" },
  { selector: "body *", change: "remove-attribute", attribute: "role" },
  { selector: "body *", change: "change-value", attribute: "aria-label" },
  { selector: "body *", change: "remove-attribute", attribute: "data-view-name" },
  { selector: "body *", change: "change-value", attribute: "data-testid" },
  { selector: "body *", change: "change-value", attribute: "componentkey" },
  { selector: "[data-r=count], [data-r^='w:'], [data-r=confirm]", change: "remove-text" },
];

describe.each(sights)("the page of $layout with everything changed", ({ layout }) => {
  it("still withdraws", async () => {
    const { id } = pendingAt(v.member, 4);
    await openWith(layout, [...everything, { script: "island", change: "remove" }]);
    expect(await count("main, li, a, button, [role=listitem], body [id], [data-view-name]")).toBe(0);
    await v.click("[data-r='w:4']");
    await v.appears("[data-r=confirm]");
    await v.click("[data-r=confirm]");
    await expect.poll(() => v.member.withdrawn().map((withdrawn) => withdrawn.id)).toEqual([id]);
    await expect.poll(() => count("[data-r='row:4']")).toBe(0);
    await expect
      .poll(() => v.replica.journal.clicks.map(({ control }) => control))
      .toEqual(["withdraw", "confirm"]);
  });
});
