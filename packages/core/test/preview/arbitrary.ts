import fc from "fast-check";
import { type Invitation, invitationKey, referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import type { PreviewInput } from "../../src/preview/preview.ts";
import { day, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { anyInput, anyList } from "../plan/arbitrary.ts";
import { read } from "../reading/sample.ts";

const received = anyList.map((list) =>
  list.map((each): Invitation => ({ ...each, id: null, direction: "received" })),
);

/** Some digests that named some of the list, some withdrawals, and a "go", in any order of time before `now`. */
const history = fc.record({
  told: fc.array(fc.tuple(fc.nat(79), fc.nat(80), fc.integer({ min: -20, max: 20 })), { maxLength: 60 }),
  gone: fc.array(fc.nat(79), { maxLength: 4 }),
  spent: fc.nat(3),
  confirmed: fc.option(fc.nat(60), { nil: null }),
});

/** Anything that a member may be shown a preview of: read up to 20 days ago, acted on since, or not at all. */
export const anyPreview: fc.Arbitrary<PreviewInput> = fc
  .record({
    base: anyInput,
    theirs: fc.option(received, { nil: null }),
    ignore: fc.option(fc.integer({ min: 7, max: 100 }), { nil: null }),
    history,
    age: fc.nat(20 * day),
  })
  .map(({ base, theirs, ignore, history: { told, gone, spent, confirmed }, age }) => {
    const all = [...base.invitations, ...(theirs ?? [])];
    const at = now - age;
    const events: LedgerEvent[] = told.flatMap(([i, ago, on]) => {
      const each = all[i];
      if (each === undefined || invitationKey(each) === null) return [];
      const upcoming = [{ ...referenceTo(each), on: new Date(now + on * day).toISOString() }];
      return [event(now - ago * day, { kind: "announced", upcoming })];
    });
    for (const i of gone) {
      const each = base.invitations[i];
      if (each !== undefined) events.push(event(at, { kind: "withdrawn", invitation: referenceTo(each) }));
    }
    for (let i = 0; i < spent; i += 1) {
      const somebody = { id: `gone-${i}`, profile: null, name: "Bo Sample", sentAt: null };
      events.push(event(now - 3_600_000, { kind: "withdrawn", invitation: somebody }));
    }
    if (confirmed !== null) events.push(event(now - day, { kind: "confirmed", due: confirmed }));
    const policy = { ...base.policy, received: { ignoreOlderThanDays: ignore } };
    const sent = { pending: base.pending, invitations: base.invitations };
    const list = theirs && { pending: theirs.length, invitations: theirs };
    return { policy, reading: read([], { at, sent, received: list }), events, now };
  });
