import { afterEach, describe, expect, test } from "vitest";
import { withdrawnNames } from "../sweep/kit.ts";
import { type Alter, type Altered, alteredSite } from "./altered.ts";
import { clicked, type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
let site: Altered | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
  await here.close();
});

const waiting = (label: string) => `<a href="/feed/" aria-label="${label}"><span>Pending</span></a>`;
const aria = (name: string) => `Pending, click to withdraw invitation sent to ${name}`;

/** `lapse withdraw` on profile pages that the replica would not make. */
async function onAltered(slug: string, alter: Alter, ...options: string[]) {
  site = await alteredSite(here.replica.origin, alter);
  return here.withdraw(slug, "--site", site.origin, "--profile", `${site.origin}/in/${slug}/`, ...options);
}

describe("whose Pending it is", () => {
  test.each([
    [
      "beside the page",
      "</aside>",
      `<ul><li><a href="/in/jo/">Jo Other</a>${waiting(aria("Jo Other"))}</li></ul></aside>`,
    ],
    ["in a header that sticks", "<main", `<div>${waiting(aria("Jo Other"))}</div><main`],
    [
      "of a namesake",
      "</aside>",
      `<ul><li><a href="/in/bo-2/">Bo Sample</a>${waiting(aria("Bo Sample"))}</li></ul></aside>`,
    ],
    ["of a longer name", "<main", `<div>${waiting(aria("Bo Sample-Smith"))}</div><main`],
    ["that names nobody, outside the person's card", "<main", `<div>${waiting("Pending")}</div><main`],
  ])("another one %s is never pressed, nor is the person's own then", async (_where, before, after) => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) => page.replace(before, () => after));
    expect(ran.result).toMatchObject({ outcome: "page-drift", items: [{ state: "unreadable" }] });
    expect(ran.status).toBe(5);
    expect(here.replica.journal.clicks).toEqual([]);
    expect(here.member.withdrawn()).toEqual([]);
  });

  test("another one is not pressed either where the person has none", async () => {
    here = await profileScene();
    here.member.withdraw(here.member.pending()[1]?.id ?? "");
    const theirs = `<ul><li>${waiting(aria("Jo Other"))}</li></ul></aside>`;
    const ran = await onAltered("bo-sample", (_path, page) => page.replace("</aside>", () => theirs));
    expect(ran.result).toMatchObject({ outcome: "page-drift", items: [{ state: "unreadable" }] });
    expect(here.replica.journal.clicks).toEqual([]);
  });

  test("one that names nobody is taken in the person's own card", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) => {
      const bare = page.replaceAll(`aria-label="${aria("Bo Sample")}"`, 'aria-label="Pending"');
      return bare.replace(/<div data-r="sticky".*?<\/div>/, "");
    });
    expect(ran.result.items).toMatchObject([{ state: "withdrawn" }]);
  });

  test("a header that sticks may say the person's name once more", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) =>
      page.replace('<div data-r="sticky" hidden><p>Bo Sample</p>', '<div data-r="sticky"><h1>Bo Sample</h1>'),
    );
    expect(ran.result.items).toMatchObject([{ state: "withdrawn" }]);
  });

  test("what merely speaks of something pending is no control of ours", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) =>
      page.replace("</aside>", '<a href="/patents/">Patent pending: a lamp</a></aside>'),
    );
    expect(ran.result.items).toMatchObject([{ state: "withdrawn" }]);
  });

  test("a dialog that names another person is cancelled", async () => {
    here = await profileScene();
    here.faults({ dialog: [{ fault: "other-name", from: 1 }] });
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome: "done", items: [{ state: "failed" }] });
    expect(ran.result.items[0]?.reason).toContain("names another person");
    expect(clicked(here, "confirm")).toBe(0);
    expect(here.replica.journal.withdrawals()).toEqual([]);
    expect(here.member.pendingCount).toBe(3);
  });

  test("a control that would withdraw somebody else is stopped at the dialog", async () => {
    here = await profileScene();
    const other = here.member.pending()[2];
    const own = here.member.pending()[1];
    here.faults({ noIds: true });
    const ran = await onAltered("bo-sample", (_path, page) =>
      page.replaceAll(own?.profileUrn ?? "-", other?.profileUrn ?? "-"),
    );
    expect(ran.result.items[0]?.state).toBe("failed");
    expect(here.member.withdrawn()).toEqual([]);
  });
});

describe("whose page it is", () => {
  test("a page with another person's name in its data is left alone", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) =>
      page.replace("<h1>Bo Sample</h1>", "<h1>Jo Other</h1>"),
    );
    expect(ran.result).toMatchObject({ outcome: "page-drift", items: [{ state: "unreadable" }] });
    expect(here.replica.journal.clicks).toEqual([]);
  });

  test("an address that leads to somebody else's page is not followed further", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-old", (path, page) =>
      path.includes("bo-old") ? { redirect: "/in/dana-mock/" } : page,
    );
    expect(ran.result.outcome).toBe("page-drift");
    expect(ran.result.message).toContain("/in/dana-mock (Dana Mock)");
    expect(here.replica.journal.clicks).toEqual([]);
  });

  test("one that leads to the same person's newer address, by the page's own data, is", async () => {
    here = await profileScene();
    const key = here.member.pending()[1]?.profileUrn ?? "";
    const ran = await onAltered(key, (path, page) =>
      path.includes(key) ? { redirect: "/in/bo-sample/" } : page,
    );
    expect(ran.result.items).toMatchObject([{ state: "withdrawn", name: "Bo Sample" }]);
  });

  test("a page that holds an invitation and shows no Pending is not understood, and not called answered", async () => {
    here = await profileScene();
    const ran = await onAltered("bo-sample", (_path, page) =>
      page.replaceAll(aria("Bo Sample"), "").replaceAll(">Pending<", "><"),
    );
    expect(ran.result).toMatchObject({ outcome: "page-drift", items: [{ state: "unreadable" }] });
  });
});

describe("what is not proved", () => {
  test("gone from the page and back on a fresh load is unverified", async () => {
    here = await profileScene();
    here.faults({ withdraw: [{ fault: "not-really", from: 1 }] });
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome: "unverified", items: [{ state: "unverified" }] });
    expect(ran.status).toBe(6);
    expect(ran.result.items[0]?.reason).toContain("pending again");
  });

  test.each([
    ["failed-200", "failed to withdraw"],
    ["403", "status 403"],
    ["500", "did not change"],
    ["dropped", "did not change"],
  ] as const)("%s changes nothing and is failed", async (fault, words) => {
    here = await profileScene();
    here.faults({ withdraw: [{ fault, from: 1 }] });
    const { result } = await here.withdraw("bo-sample");
    expect(result).toMatchObject({ outcome: "done", items: [{ state: "failed" }] });
    expect(result.items[0]?.reason).toContain(words);
    expect(here.member.pendingCount).toBe(3);
  });

  test("a withdrawal whose answer is lost is never counted as withdrawn", async () => {
    here = await profileScene();
    here.faults({ withdraw: [{ fault: "done-but-dropped", from: 1 }] });
    const { result } = await here.withdraw("bo-sample");
    expect(["answered", "unverified"]).toContain(result.items[0]?.state);
    expect(result.message).not.toContain("was withdrawn;");
  });

  test("who accepts while the dialog is open is answered, not withdrawn", async () => {
    here = await profileScene();
    here.faults({ acceptDuring: [{ fault: "target", from: 1 }] });
    const { result } = await here.withdraw("bo-sample");
    expect(result).toMatchObject({ outcome: "done", items: [{ state: "answered" }] });
    expect(withdrawnNames(here.member)).toEqual([]);
  });

  test("a page that goes to the Received tab by itself is brought back, and proved", async () => {
    here = await profileScene();
    here.faults({ autoSwitchReceived: [{ fault: true, from: 1 }] });
    const { result } = await here.withdraw("bo-sample");
    expect(result.items[0]?.state).not.toBe("failed");
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
    expect(here.replica.journal.violations()).toEqual([]);
  });
});
