import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSessionFile } from "../../src/session/parse.ts";

const signIn = { name: "li_at", value: "AQEDAS7hT0kFakeToken" };

function problemOf(json: unknown): string | null {
  const parsed = parseSessionFile(json);
  return parsed.ok ? null : parsed.problem;
}

describe("a session file", () => {
  test("gives cookies, user agent and member, and drops what a browser export adds", () => {
    const exported = {
      origins: [],
      userAgent: "Mozilla/5.0",
      member: "https://www.linkedin.com/in/Ada-Lovelace/",
      cookies: [
        {
          ...signIn,
          domain: ".www.linkedin.com",
          path: "/",
          expires: 1800000000.5,
          httpOnly: true,
          sameSite: "None",
        },
        { name: "JSESSIONID", value: '"ajax:123"', secure: true },
      ],
    };
    expect(parseSessionFile(exported)).toEqual({
      ok: true,
      session: {
        cookies: [signIn, { name: "JSESSIONID", value: '"ajax:123"' }],
        userAgent: "Mozilla/5.0",
        member: "/in/Ada-Lovelace",
      },
    });
  });

  test("may do without user agent and member", () => {
    expect(parseSessionFile({ cookies: [signIn] })).toEqual({ ok: true, session: { cookies: [signIn] } });
  });

  test("with a cookie twice takes the last, but not a deleted one", () => {
    const cookies = [signIn, { name: "li_at", value: "newer-token" }, { name: "li_at", value: "delete me" }];
    const parsed = parseSessionFile({ cookies });
    expect(parsed.ok && parsed.session.cookies).toEqual([{ name: "li_at", value: "newer-token" }]);
  });

  test.each([
    [null, "object"],
    [[signIn], "object"],
    [{}, "cookies"],
    [{ cookies: [] }, "at least one"],
    [{ cookies: {} }, "list"],
    [{ cookies: ["li_at=x"] }, "cookies[0]"],
    [{ cookies: [signIn, { name: "a b", value: "x" }] }, "cookies[1].name"],
    [{ cookies: [signIn, { name: "", value: "x" }] }, "cookies[1].name"],
    [{ cookies: [{ name: "li_at", value: "a;b" }] }, "cookies[0].value (of li_at)"],
    [{ cookies: [{ name: "li_at", value: "a\r\nX: y" }] }, "cookies[0].value (of li_at)"],
    [{ cookies: [{ name: "li_at", value: "ä" }] }, "cookies[0].value (of li_at)"],
    [{ cookies: [{ name: "li_at", value: 5 }] }, "cookies[0].value (of li_at)"],
    [{ cookies: [{ name: "bcookie", value: "x" }] }, "li_at"],
    [{ cookies: [{ name: "li_at", value: "" }] }, "li_at"],
    [{ cookies: [{ name: "li_at", value: '""' }] }, "li_at"],
    [{ cookies: [{ name: "li_at", value: '"delete me"' }] }, "li_at"],
    [{ cookies: [signIn], userAgent: "a\nb" }, "userAgent"],
    [{ cookies: [signIn], userAgent: "" }, "userAgent"],
    [{ cookies: [signIn], userAgent: 3 }, "userAgent"],
    [{ cookies: [signIn], member: "Ada Lovelace" }, "member"],
    [{ cookies: [signIn], member: "/company/acme" }, "member"],
    [{ cookies: [signIn], member: "https://www.linkedin.com/in/me/" }, "member"],
  ])("like %j is refused, and the problem says where", (json, place) => {
    const problem = problemOf(json);
    expect(problem).toContain(place);
    expect(problem).not.toContain("\n");
  });

  test("is never quoted in a problem, wherever the secret stands in it", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12}[\nä]$/);
    const places: readonly ((value: string) => unknown)[] = [
      (value) => value,
      (value) => ({ [value]: 1 }),
      (value) => ({ cookies: value }),
      (value) => ({ cookies: [{ name: value, value: "x" }] }),
      (value) => ({ cookies: [{ name: "li_at", value }] }),
      (value) => ({ cookies: [{ [value]: value }] }),
      (value) => ({ cookies: [{ ...signIn, value: "" }], member: value }),
      (value) => ({ cookies: [signIn], userAgent: value }),
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...places), (value, place) => {
        const problem = problemOf(place(value));
        expect(problem).not.toBeNull();
        expect(problem).not.toContain(value.slice(0, 12));
      }),
    );
  });
});
