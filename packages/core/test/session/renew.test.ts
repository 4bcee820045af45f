import { describe, expect, test } from "vitest";
import { renewedSession } from "../../src/session/renew.ts";
import type { Session } from "../../src/session/session.ts";

const old: Session = {
  cookies: [
    { name: "li_at", value: "old-token" },
    { name: "lidc", value: '"b=1"' },
    { name: "x", value: "1" },
  ],
  userAgent: "Mozilla/5.0",
  member: "/in/ada",
};
const same = [...old.cookies];

describe("a session that the site renewed", () => {
  test("has the new values in place of the old, and everything else as it was", () => {
    const jar = [
      { name: "lidc", value: '"b=2"' },
      { name: "li_at", value: "new-token" },
    ];
    expect(renewedSession(old, jar)).toEqual({
      ...old,
      cookies: [
        { name: "li_at", value: "new-token" },
        { name: "lidc", value: '"b=2"' },
        { name: "x", value: "1" },
      ],
    });
  });

  test("gains what is needed and nothing else", () => {
    const jar = [...same, { name: "li_rm", value: "remember" }, { name: "tracker", value: "z" }];
    expect(renewedSession(old, jar)?.cookies).toEqual([...old.cookies, { name: "li_rm", value: "remember" }]);
  });

  test.each(["", '""', "delete me", '"delete me"', '"Delete Me"', "a;b"])(
    "keeps its own where the jar says %j",
    (value) => {
      const jar = [
        { name: "li_at", value: "new-token" },
        { name: "lidc", value },
        { name: "bcookie", value },
      ];
      expect(renewedSession(old, jar)?.cookies.slice(1)).toEqual(old.cookies.slice(1));
    },
  );

  test("is none where nothing changed, quotes apart", () => {
    expect(renewedSession(old, same)).toBeNull();
    expect(renewedSession(old, [{ name: "li_at", value: '"old-token"' }])).toBeNull();
  });

  test.each([
    [[]],
    [[{ name: "lidc", value: "b=2" }]],
    [
      [
        { name: "li_at", value: '"delete me"' },
        { name: "lidc", value: "b=2" },
      ],
    ],
  ])("is none where li_at is gone: %j", (jar) => {
    expect(renewedSession(old, jar)).toBeNull();
  });
});
