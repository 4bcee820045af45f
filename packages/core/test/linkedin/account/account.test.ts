import { describe, expect, test } from "vitest";
import { isStillProved, proveAccount } from "../../../src/linkedin/account/account.ts";
import type { Account } from "../../../src/linkedin/account/identity.ts";
import { aimUntilClear } from "../../../src/linkedin/act/aim.ts";
import { aimAtConfirm, type Confirmation } from "../../../src/linkedin/act/confirm.ts";
import { confirmAndProve } from "../../../src/linkedin/act/confirmPress.ts";
import { guardAgainstActs, guardButFor } from "../../../src/linkedin/act/guard.ts";
import { aimAtRow } from "../../../src/linkedin/page/aim.ts";
import type { Viewer } from "../../../src/linkedin/page/kit.ts";
import { askAgain } from "../../../src/linkedin/visit/ask.ts";
import type { Exchange, Intended, Tab } from "../../../src/linkedin/visit/tab.ts";
import type { Visit } from "../../../src/linkedin/visit/visit.ts";
import { startVisit } from "../../../src/sweep/start.ts";
import { listed } from "../../sweep/sample.ts";
import { viewerOf } from "../survey.ts";

const mine = viewerOf({ frame: ["https://x.example/in/Val-Last/"] });
const hers = viewerOf({ frame: ["https://x.example/in/uma-replica/"] });
const nothing = viewerOf();
/** The same page loaded anew, by itself. */
const anew = (viewer: Viewer): Viewer => ({ ...viewer, document: 2 });
const wrong = expect.objectContaining({ outcome: "wrong-account" });

/** The account of a list that was opened, with `member` in the session file or none. */
function opened(viewer: Viewer, member: string | null = null): Account {
  const account: Account = { profile: null, seen: null, since: 0 };
  proveAccount(account, viewer, member);
  return account;
}

describe.each([null, "https://www.linkedin.com/in/VAL-last/?x=1"])("with %s as the member", (member) => {
  test("a page that loads itself anew is another member's as soon as it says so", () => {
    expect(isStillProved(opened(mine, member), anew(mine))).toBe(true);
    expect(() => isStillProved(opened(mine, member), anew(hers))).toThrow(wrong);
  });

  test("one that names its member no longer, but somebody else, has changed hands without a load", () => {
    expect(() => isStillProved(opened(mine, member), hers)).toThrow(wrong);
    const both = viewerOf({ frame: mine.frame, data: ["val-last"] });
    expect(() => isStillProved(opened(both, member), { ...both, frame: hers.frame })).toThrow(wrong);
  });

  test("the document that was proved may draw its frame again without the link, or with one more", () => {
    expect(isStillProved(opened(mine, member), nothing)).toBe(true);
    expect(isStillProved(opened(mine, member), { ...mine, frame: [...hers.frame, ...mine.frame] })).toBe(
      true,
    );
    const byData = viewerOf({ data: ["val-last"] });
    expect(isStillProved(opened(byData, member), { ...byData, frame: hers.frame })).toBe(true);
  });

  test("a new document that does not say has to be opened again", () => {
    expect(isStillProved(opened(mine, member), anew(nothing))).toBe(false);
    const account = opened(mine, member);
    expect(isStillProved(account, anew(mine))).toBe(true);
    expect(isStillProved(account, anew(nothing))).toBe(true);
  });

  test("opening another page proves the same member again", () => {
    const account = opened(mine, member);
    expect(() => proveAccount(account, anew(hers), member)).toThrow(wrong);
    expect(() => proveAccount(account, anew(mine), member)).not.toThrow();
  });
});

test("where nothing ever says who is signed in and nobody is given, nothing is stopped", () => {
  expect(isStillProved(opened(nothing), anew(nothing))).toBe(true);
  const account = opened(mine);
  proveAccount(account, anew(nothing), null);
  expect(isStillProved(account, anew(nothing))).toBe(true);
});

test("a profile whose frame names its own person says nothing of who is signed in", () => {
  const profile = { ...anew(hers), url: "https://x.example/in/uma-replica/" };
  const account = opened(mine);
  expect(() => proveAccount(account, profile, null)).not.toThrow();
  expect(account.profile).toBe("/in/val-last");
  expect(opened(profile).profile).toBeNull();
});

/** A visit to a page that shows the control wherever it is looked for, and says this of who is signed in. */
function visitTo(viewer: Viewer, requests: readonly Exchange[] = []) {
  let now = 0;
  const clock = { now: () => now, pause: async () => undefined };
  const pressed: unknown[] = [];
  let allowed: ((request: Intended) => boolean) | null = null;
  const tab: Partial<Tab> = {
    ...{ mark: () => 0, version: () => 0 },
    guard: (allow) => {
      allowed = allow;
    },
    url: () => list,
    exchanges: () => requests,
    changed: async (_, ms) => {
      now += ms;
    },
    evaluate: async () => ({ kind: "clear", x: 1, y: 1, link: false, row: null, viewer }),
    press: async (at) => void pressed.push(at),
  };
  const ports = { clock, signal: new AbortController().signal };
  const request = { site: "https://x.example", startedAt: 0, budgetMs: 60_000 };
  const visit: Visit = startVisit(ports, request, tab as Tab);
  proveAccount(visit.account, mine, "/in/val-last");
  return { visit, pressed, leaves: (request: Intended) => allowed?.(request) };
}

const list = "https://x.example/mynetwork/invitation-manager/sent/";
const reload: Exchange = {
  ...{ n: 9, kind: "document", method: "GET", url: `${list}?again`, answeredBy: null, requestBody: null },
  ...{ status: null, failure: null, text: null, ended: false, once: null },
};

const target = { profileHref: null, label: "Withdraw", name: "Ada Example" };
const control = { name: "Withdraw", text: "Withdraw", marked: false };
const dialog = { index: 0, native: true, heading: "", text: "", controls: [control], links: 0 };
const confirmation: Confirmation = { dialog, control: 0, named: true };

const confirmed = { meant: listed("ada-example"), list: [], mayBe: () => true };

const url = "https://x.example/flagship-web/rsc-action/actions/server-request?sduiid=addaWithdrawInvitation";
const request = { method: "POST", url, body: "{}" };

test("what a page sends while it loads itself anew is no withdrawal of ours", () => {
  const leavesWhile = (...requests: Exchange[]) => {
    const { visit, leaves } = visitTo(mine, requests);
    guardButFor(visit, confirmed, true);
    return leaves(request);
  };
  expect([leavesWhile(), leavesWhile(reload), leavesWhile({ ...reload, ended: true })]).toEqual([
    true,
    false,
    true,
  ]);
});

test("what is sent of our click too late, or once more, is stopped, and is no act that nobody asked for", () => {
  const sent = (late: Intended, ...requests: Exchange[]) => {
    const { visit, leaves } = visitTo(mine, requests);
    guardButFor(visit, { ...confirmed, list: [listed("bo-sample")] }, true);
    guardAgainstActs(visit);
    return { leaves: leaves(late), heldBack: visit.heldBack };
  };
  const naming = (slug: string) => ({ ...request, body: `{"vanityName":"${slug}"}` });
  for (const requests of [[], [reload]]) {
    expect(sent(naming("ada-example"), ...requests)).toEqual({ leaves: false, heldBack: false });
    // Another's, and one that does not say whose it is.
    expect(sent(naming("bo-sample"), ...requests)).toEqual({ leaves: false, heldBack: true });
    expect(sent(request, ...requests)).toEqual({ leaves: false, heldBack: true });
  }
});

test("before any click of ours every act is one that nobody asked for, also while the page loads", () => {
  for (const requests of [[], [reload]]) {
    const { visit, leaves } = visitTo(mine, requests);
    guardAgainstActs(visit);
    expect({ leaves: leaves(request), heldBack: visit.heldBack }).toEqual({ leaves: false, heldBack: true });
  }
});

test("a dialog that is gone before the click that counts leaves a failure of which nothing can have come", async () => {
  const { visit, pressed } = visitTo(mine);
  // The aim finds nothing, and neither does who looks for dialogs that are open.
  visit.tab.evaluate = async (look) => (look.includes("aim") ? { kind: "absent" } : []);
  const prove = () => Promise.reject(new Error("nothing was confirmed"));
  expect(await confirmAndProve(visit, confirmed, confirmation, prove)).toMatchObject({
    ...{ kind: "failed", because: "unpressed", once: true },
  });
  expect(pressed).toEqual([]);
});

describe("the look that finds a control to press", () => {
  test("tells whose page it is: another member's ends the sweep before the click", async () => {
    const { visit } = visitTo(anew(hers));
    const row = aimUntilClear(visit, () => askAgain(visit, aimAtRow, target));
    await expect(row).rejects.toEqual(wrong);
    await expect(aimAtConfirm(visit, confirmation)).rejects.toEqual(wrong);
  });

  test("finds nothing on a new document that does not say, so that the list is opened again", async () => {
    const { visit } = visitTo(anew(nothing));
    const aim = await aimUntilClear(visit, () => askAgain(visit, aimAtRow, target));
    expect(aim).toMatchObject({ kind: "blocked", why: "absent" });
  });

  test("finds nothing on a page that is just loading itself anew, until that is over", async () => {
    const aimWhile = (...requests: Exchange[]) => {
      const { visit } = visitTo(mine, requests);
      return aimUntilClear(visit, () => askAgain(visit, aimAtRow, target));
    };
    expect(await aimWhile(reload)).toMatchObject({ kind: "blocked", why: "absent" });
    const frame = { ...reload, url: "https://ads.example/frame" };
    expect(await aimWhile(frame, { ...reload, ended: true })).toMatchObject({ kind: "clear" });
  });

  test("before the click that confirms, it leaves a failure that is told and the stop", async () => {
    const { visit, pressed } = visitTo(anew(hers));
    const prove = () => Promise.reject(new Error("nothing was confirmed"));
    const attempt = await confirmAndProve(visit, confirmed, confirmation, prove);
    expect(attempt).toMatchObject({ kind: "failed", stop: wrong });
    expect(pressed).toEqual([]);
  });
});
