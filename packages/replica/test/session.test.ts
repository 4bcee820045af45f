import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  always,
  from,
  type PageFault,
  type Replica,
  type ReplicaMember,
  startReplica,
} from "../src/replica.ts";
import { ada, noon, sentPath, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, generated: { count: 3 } });
});
afterEach(() => replica.close());

const login = `/login?session_redirect=${encodeURIComponent(sentPath)}`;
const without = (name: string) => ({ cookies: member.mintSession().cookies.filter((c) => c.name !== name) });

describe("who is let in", () => {
  it("holds the five cookies of a session", async () => {
    const session = member.mintSession();
    expect(session.cookies.map(({ name }) => name)).toEqual([
      "li_at",
      "JSESSIONID",
      "bcookie",
      "bscookie",
      "lidc",
    ]);
    expect(session.cookies[1]?.value).toMatch(/^"ajax:\d+"$/);
    expect((await visit(replica, session).page()).status).toBe(200);
  });

  it("is sent to sign in without li_at", async () => {
    const response = await visit(replica, { cookies: [] }).page();
    expect([response.status, response.headers.get("location")]).toEqual([302, login]);
  });

  it("loses an li_at that the server does not know", async () => {
    const response = await visit(replica, { cookies: [{ name: "li_at", value: "old" }] }).page();
    expect(response.headers.get("set-cookie")).toMatch(/^li_at="delete me"; Expires=Thu, 01 Jan 1970/);
    expect(response.headers.get("location")).toBe(sentPath);
  });

  it.each(["JSESSIONID", "bcookie"])("is redirected for ever without %s", async (name) => {
    const browser = visit(replica, without(name));
    const first = (await browser.page()).headers.get("location") ?? "";
    expect((await browser.page(first)).headers.get("location")).toBe(first);
  });

  it("has the user agent that the session was minted with", async () => {
    const browser = visit(replica, member.mintSession("Mozilla/5.0 Example"));
    expect((await browser.page(sentPath, { "user-agent": "Mozilla/5.0 Example" })).status).toBe(200);
    expect(
      (await browser.page(sentPath, { "user-agent": "HeadlessChrome" })).headers.get("set-cookie"),
    ).toContain("delete me");
  });

  it("needs the new li_at after it was rotated", async () => {
    member.faults.rotateSession = true;
    const session = member.mintSession();
    const browser = visit(replica, session);
    const renewed = /^li_at=([^;]+)/.exec((await browser.page()).headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect(renewed).not.toBe(session.cookies[0]?.value);
    expect((await browser.page()).headers.get("set-cookie")).toContain("delete me");
    const cookies = session.cookies.map((cookie) =>
      cookie.name === "li_at" ? { ...cookie, value: renewed } : cookie,
    );
    expect((await visit(replica, { cookies }).page()).status).toBe(200);
    expect(replica.journal.of("page").map((entry) => entry.session)).toEqual([1, null, 1]);
  });
});

describe("signing in", () => {
  const signIn = (password: string, redirect = sentPath) =>
    fetch(`${replica.origin}/checkpoint/lg/login-submit`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({
        session_key: "ADA@sender.example",
        session_password: password,
        session_redirect: redirect,
      }),
    });

  it("with email and password sets a session that works", async () => {
    const response = await signIn("demo");
    expect([response.status, response.headers.get("location")]).toEqual([303, sentPath]);
    const cookies = response.headers.getSetCookie().map((line) => {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      return { name, value: value.join("=") };
    });
    expect((await visit(replica, { cookies }).page()).status).toBe(200);
  });

  it("with a wrong password shows the form again and sets nothing", async () => {
    const response = await signIn("wrong");
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain('name="session_password"');
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example"])(
    "never leads to %s",
    async (redirect) => {
      expect((await signIn("demo", redirect)).headers.get("location")).toBe("/feed/");
    },
  );
});

describe("a page that fails", () => {
  const answers: readonly (readonly [PageFault, number, RegExp])[] = [
    ["login", 302, /^\/login/],
    ["login200", 200, /name="session_password"/],
    ["authwall", 302, /^\/authwall/],
    ["rememberMe", 302, /^\/uas\/login/],
    ["checkpoint", 302, /^\/checkpoint\/challenge/],
    ["captcha200", 200, /id="captcha-internal"/],
    ["blank", 200, /<body><\/body>/],
    ["401", 401, /Sign in/],
    ["403", 403, /Access denied/],
    ["429", 429, /Too many requests/],
    ["slowdown200", 200, /Please slow down/],
    ["500", 500, /Something went wrong/],
    ["redirectLoop", 302, /redirected=true/],
    ["deleteMe", 302, /\/sent\//],
    ["rememberMe200", 200, /id="rememberme-div"/],
    ["chooseAccount", 200, /Choose an account/],
    ["login200-fr", 200, /<html lang="fr">.*S’identifier.*name="session_password"/],
    ["login200-de", 200, /<html lang="de">.*Einloggen.*name="session_password"/],
    ["login200-ja", 200, /<html lang="ja">.*サインイン.*name="session_password"/],
    ["approval", 302, /^\/checkpoint\/challenge\/approval/],
    ["approval200", 200, /Check your LinkedIn app/],
    ["restricted", 302, /^\/checkpoint\/restricted/],
    ["restricted200", 200, /temporarily restricted/],
  ];

  it.each(answers)("with %s answers %d and %s", async (fault, status, shown) => {
    member.faults.page = [always(fault)];
    const response = await visit(replica, member.mintSession()).page();
    expect(response.status).toBe(status);
    expect(response.headers.get("location") ?? (await response.text())).toMatch(shown);
    expect(replica.journal.entries).toMatchObject([{ kind: "page", outcome: fault, status }]);
  });

  it("can do so from a later page on only", async () => {
    member.faults.page = [from(2, "429")];
    const browser = visit(replica, member.mintSession());
    expect([(await browser.page()).status, (await browser.page()).status]).toEqual([200, 429]);
  });

  it.each([
    ["/checkpoint/challenge/approval/", "Check your LinkedIn app"],
    ["/checkpoint/restricted/", "temporarily restricted"],
    ["/checkpoint/challenge/", "captcha-internal"],
  ])("shows what stands at %s", async (path, shown) => {
    expect(await (await visit(replica, { cookies: [] }).page(path)).text()).toContain(shown);
  });

  it("can have the weekly-limit notice as a banner over it", async () => {
    const browser = visit(replica, member.mintSession());
    expect(await (await browser.page()).text()).not.toContain("weekly invitation limit");
    member.faults.limitBanner = true;
    expect(await (await browser.page()).text()).toContain("weekly invitation limit");
  });

  it("shows the account picker where remember-me leads", async () => {
    expect(await (await visit(replica, { cookies: [] }).page("/uas/login")).text()).toContain(
      "rememberme-div",
    );
  });
});
