import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPolicyForm } from "../../src/member/policyForm.ts";
import { readSignUpForm } from "../../src/member/signUp.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { anyPolicy } from "../policy/arbitrary.ts";

const full = {
  email: " Ada@Example.com ",
  olderThanDays: "45",
  perDay: "5",
  noticeDays: "14",
  keepProfiles: "https://www.linkedin.com/in/grace\r\n\r\n  /in/alan \u200e\n/in/alan",
  keepWords: "recruiter\nhiring  manager\n",
  keepWithNote: "on",
  keepNewest: "20",
  onlyWhenPendingOver: "100",
  timezone: "Europe/Berlin",
  digestDay: "friday",
  digestHour: "17",
};

const links = (length: number) =>
  Array.from({ length: 400 }, (_, number) => `/in/${"x".repeat(length)}${number}`).join("\n");

describe("the sign-up form", () => {
  test("gives an address and a policy", () => {
    expect(readSignUpForm(full)).toEqual({
      ok: true,
      email: "ada@example.com",
      policy: {
        ...defaultPolicy,
        olderThanDays: 45,
        perDay: 5,
        noticeDays: 14,
        keep: {
          profiles: ["https://www.linkedin.com/in/grace", "/in/alan"],
          words: ["recruiter", "hiring manager"],
          withNote: true,
          newest: 20,
        },
        onlyWhenPendingOver: 100,
        timezone: "Europe/Berlin",
        digest: { day: "friday", hour: 17 },
      },
    });
  });

  test("needs no more than an address", () => {
    expect(readSignUpForm({ email: "ada@example.com", perDay: "" })).toEqual({
      ok: true,
      email: "ada@example.com",
      policy: defaultPolicy,
    });
  });

  test.each([
    ["olderThanDays", "0"],
    ["olderThanDays", "1e2"],
    ["perDay", "51"],
    ["perDay", "-1"],
    ["noticeDays", "seven"],
    ["keepProfiles", "/in/ada\nAda Lovelace"],
    ["keepWords", `ok\n${"w".repeat(101)}`],
    ["keepWithNote", "maybe"],
    ["keepNewest", "30001"],
    ["onlyWhenPendingOver", "1.5"],
    ["timezone", "Mars/Olympus"],
    ["digestDay", "someday"],
    ["digestHour", "24"],
    ["email", "ada"],
    ["email", "ada@localhost"],
    ["email", "ada@example.com\r\nBcc: all@example.com"],
    ["email", ""],
  ])("with %s = %j comes back with an error at that field and everything that was typed", (field, value) => {
    const typed = { ...full, [field]: value };
    const form = readSignUpForm(typed);
    expect(form.ok).toBe(false);
    if (form.ok) return;
    expect(form.errors.map((error) => error.field)).toEqual([field]);
    expect(form.errors[0]?.message).toMatch(/ (?:must be|is not) .+\.$/);
    expect(form.errors[0]?.value).not.toMatch(/[\r\n]/);
    expect(form.typed).toBe(typed);
  });

  test("names all faults at once", () => {
    const form = readSignUpForm({ email: "x", perDay: "99", digestHour: "-" });
    expect(form.ok ? [] : form.errors.map((error) => error.field).sort()).toEqual([
      "digestHour",
      "email",
      "perDay",
    ]);
  });

  test("takes the last of a field that came twice, and all lines of a list that did", () => {
    const form = readSignUpForm({ ...full, keepWithNote: ["off", "on"], keepWords: ["a", "b\nc"] });
    expect(form.ok && form.policy.keep).toMatchObject({ withNote: true, words: ["a", "b", "c"] });
  });

  test("takes lists as long as a stored member has room for, and says so of longer ones", () => {
    const words = (length: number) =>
      Array.from({ length: 1_000 }, (_, number) => `${number + 1_000} ${"字".repeat(length)}`).join("\n");
    expect(readSignUpForm({ ...full, keepWords: words(90) }).ok).toBe(true);
    const form = readSignUpForm({ ...full, keepWords: words(95), keepProfiles: links(40) });
    expect(form.ok ? [] : form.errors).toEqual([
      { field: "keepProfiles", message: expect.stringContaining("more than Lapse can store"), value: "" },
    ]);
  });

  test("takes no orders from fields that it does not have", () => {
    const form = readSignUpForm({ ...full, paused: "on", __proto__x: "1", session: "sealed" });
    expect(form.ok && form.policy.paused).toBe(false);
  });
});

describe("the policy form of a member", () => {
  test("keeps what it does not show, and changes what it does", () => {
    const base = { ...defaultPolicy, paused: true, perDay: 3, received: { ignoreOlderThanDays: 90 } };
    const form = readPolicyForm({ olderThanDays: "60", keepWithNote: "on" }, base);
    expect(form).toEqual({
      ok: true,
      policy: { ...base, olderThanDays: 60, keep: { ...base.keep, withNote: true } },
    });
    const emptied = readPolicyForm({ ignoreReceivedOlderThanDays: " ", keepWords: "" }, base);
    expect(emptied.ok && emptied.policy.received.ignoreOlderThanDays).toBeNull();
  });

  test("that shows a policy gives that policy back", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const fields = {
          olderThanDays: String(policy.olderThanDays),
          perDay: String(policy.perDay),
          noticeDays: String(policy.noticeDays),
          keepProfiles: [...new Set(policy.keep.profiles)].join("\r\n"),
          keepWords: [...new Set(policy.keep.words)].join("\r\n"),
          ...(policy.keep.withNote ? { keepWithNote: "on" } : {}),
          keepNewest: String(policy.keep.newest),
          onlyWhenPendingOver: String(policy.onlyWhenPendingOver),
          ignoreReceivedOlderThanDays: String(policy.received.ignoreOlderThanDays ?? ""),
          timezone: policy.timezone,
          digestDay: policy.digest.day,
          digestHour: String(policy.digest.hour),
        };
        const keep = {
          ...policy.keep,
          profiles: [...new Set(policy.keep.profiles)],
          words: [...new Set(policy.keep.words)],
        };
        expect(readPolicyForm(fields, { ...defaultPolicy, paused: policy.paused })).toEqual({
          ok: true,
          policy: { ...policy, keep },
        });
      }),
    );
  });
});
