import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemberRecordError } from "../../src/errors.ts";
import { newMember, readMember } from "../../src/member/member.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { anyPolicy } from "../policy/arbitrary.ts";

const now = Date.parse("2026-11-23T12:30:00Z");
const token = "t0k3n-of-thirty-two-characters-xx";
const ada = newMember({
  email: "ada@example.com",
  policy: defaultPolicy,
  id: "m1",
  token,
  keepSecret: token,
  now,
  spread: 0.5,
});

describe("a new member", () => {
  test("gets mail, has no session, and is first looked at tomorrow around ten", () => {
    expect(ada).toEqual({
      id: "m1",
      email: "ada@example.com",
      policy: defaultPolicy,
      createdAt: now,
      nextSweepAt: Date.parse("2026-11-24T10:00:00Z"),
      lastDigestSlot: null,
      mail: "on",
      mailOff: null,
      untoldSince: null,
      session: "none",
      connectedAt: null,
      account: null,
      startedAt: null,
      unsubscribeToken: token,
      keepSecret: token,
      spread: 0.5,
    });
  });

  test("is read back as written, whatever the policy", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const member = { ...ada, policy };
        expect(readMember(JSON.parse(JSON.stringify(member)))).toEqual(member);
      }),
    );
  });
});

test("a record from before it was written why mail is off is read as one of somebody who said so themselves", () => {
  const { mailOff: _, ...before } = ada;
  expect(readMember({ ...before, mail: "off" })).toEqual({ ...ada, mail: "off" });
});

describe("a stored record that is not one", () => {
  test.each([
    ["session", { ...ada, session: "open" }],
    ["mail", { ...ada, mail: true }],
    ["mailOff", { ...ada, mailOff: "550 no such user" }],
    ["policy.perDay", { ...ada, policy: { ...defaultPolicy, perDay: 500 } }],
    ["surplus", { ...ada, surplus: 1 }],
    ["spread", { ...ada, spread: 1 }],
    ["createdAt", { ...ada, createdAt: "2026-11-23" }],
    ["unsubscribeToken", { ...ada, unsubscribeToken: "" }],
    ["the whole", null],
  ])("is refused, naming %s and no value", (field, record) => {
    let thrown: unknown;
    try {
      readMember(record);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(MemberRecordError);
    expect(thrown).toMatchObject({ actor: "operator", retry: false, name: "MemberRecordError" });
    expect(String(thrown)).toContain(field);
    expect(String(thrown)).not.toContain(token);
    expect(String(thrown)).not.toContain("ada@example.com");
  });
});
