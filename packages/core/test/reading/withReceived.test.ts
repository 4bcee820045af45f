import { assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import type { AgeBounds } from "../../src/invitation/invitation.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { withReceived } from "../../src/reading/withReceived.ts";
import { day, invitation, now } from "../invitation/sample.ts";

const sent: Reading = {
  at: now,
  account: "/in/ada-example",
  sent: { pending: 1, invitations: [invitation("bob", 40)] },
  received: null,
};
const received = (age: AgeBounds | null) => ({
  pending: 1,
  invitations: [invitation("otto", 9, { direction: "received", age })],
});
const ageIn = (reading: Reading) => reading.received?.invitations[0]?.age;

test("the received list joins the sent one at the moment of the first, whose ages stay as they are", () => {
  const both = withReceived(sent, received({ atLeast: 9 * day, atMost: null }), now + 60_000);
  expect(both).toMatchObject({ at: now, account: "/in/ada-example", sent: sent.sent });
  expect(ageIn(both)).toEqual({ atLeast: 9 * day - 60_000, atMost: null });
  expect(ageIn(withReceived(sent, received(null), now + 60_000))).toBeNull();
});

test("an age that is brought back bounds the true one, and is never below nothing", () => {
  assert(
    property(nat(day), nat(day), nat(day), nat(day), (age, below, above, passed) => {
      const bounds = { atLeast: Math.max(0, age - below), atMost: age + above };
      const brought = ageIn(withReceived(sent, received(bounds), now + passed));
      const then = Math.max(0, age - passed);
      expect(brought?.atLeast).toBeGreaterThanOrEqual(0);
      expect(brought?.atLeast).toBeLessThanOrEqual(then);
      expect(brought?.atMost).toBeGreaterThanOrEqual(then);
    }),
  );
});

test("a clock that was set back in between makes nobody older", () => {
  const both = withReceived(sent, received({ atLeast: day, atMost: day }), now - day);
  expect(ageIn(both)).toEqual({ atLeast: day, atMost: day });
});
