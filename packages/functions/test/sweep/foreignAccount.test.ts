import type { LedgerEvent } from "@lapse/core/ledger/event";
import { expect, test } from "vitest";
import { foreignAccount } from "../../src/sweep/foreignAccount.ts";
import { monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";

const reading = (account: string | null, count = 2) => ({ ...aReading(count), account });
const swept = (account: string | null): LedgerEvent => ({
  ...{ kind: "sweep-started", trigger: "scheduled", at: monday, run: "r1", account },
});

test("a first session, and one of the account that is known, in whatever case, is taken", () => {
  expect(foreignAccount({ account: null }, [swept(null)], null, reading(null))).toBeNull();
  expect(foreignAccount({ account: null }, [], null, reading("/in/ada"))).toBeNull();
  expect(foreignAccount({ account: "/in/Ada" }, [], null, reading("/in/ada"))).toBeNull();
});

test("what was done for an account is remembered after the member disconnected it", () => {
  const events = [swept("/in/ada"), swept(null)];
  expect(foreignAccount({ account: null }, events, null, reading("/in/ada"))).toBeNull();
  expect(foreignAccount({ account: null }, events, null, reading("/in/bob"))).toBe(
    "This is /in/bob, and what Lapse did for you so far is about /in/ada. For another account, delete yours here and sign up anew.",
  );
});

test("one that was only just connected is changed by disconnecting it", () => {
  expect(foreignAccount({ account: "/in/ada" }, [], null, reading("/in/bob"))).toContain("disconnect first");
});

test("a page that does not say whose it is proves nothing", () => {
  const why = foreignAccount({ account: "/in/ada" }, [], reading("/in/ada", 0), reading(null));
  expect(why).toContain("does not show whose session this is");
});

test("an account that only changed its address is known by an invitation that is still pending", () => {
  const [known, now] = [{ account: "/in/ada" }, reading("/in/ada-lovelace")];
  expect(foreignAccount(known, [swept("/in/ada")], reading("/in/ada", 1), now)).toBeNull();
  expect(foreignAccount(known, [], reading("/in/ada", 1), reading(null))).toBeNull();
  const others = aReading(2, { at: monday - 5_000 });
  expect(foreignAccount(known, [], others, now)).not.toBeNull();
  const nameless = aReading(2, { change: () => ({ id: null }) });
  expect(foreignAccount(known, [], nameless, { ...nameless, account: "/in/bob" })).not.toBeNull();
});
