import fc from "fast-check";
import { type Policy, weekdays } from "../../src/policy/policy.ts";

const link = fc
  .stringMatching(/^[a-z][a-z0-9-]{2,30}$/)
  .chain((slug) =>
    fc.constantFrom(
      `https://www.linkedin.com/in/${slug}`,
      `linkedin.com/in/${slug}/`,
      `/in/${slug}`,
      `https://de.linkedin.com/in/${slug}?trk=x`,
    ),
  );
const word = fc.stringMatching(/^[\p{L}\p{N}#&+.-]{1,12}( [\p{L}\p{N}]{1,12}){0,3}$/u);
const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];

/** Any policy that the contract allows. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  olderThanDays: fc.integer({ min: 1, max: 365 }),
  perDay: fc.integer({ min: 1, max: 50 }),
  noticeDays: fc.integer({ min: 0, max: 28 }),
  keep: fc.record({
    profiles: fc.array(link, { maxLength: 5 }),
    words: fc.array(word, { maxLength: 5 }),
    withNote: fc.boolean(),
    newest: fc.integer({ min: 0, max: 30_000 }),
  }),
  onlyWhenPendingOver: fc.integer({ min: 0, max: 30_000 }),
  received: fc.record({
    ignoreOlderThanDays: fc.option(fc.integer({ min: 7, max: 365 }), { nil: null }),
  }),
  paused: fc.boolean(),
  timezone: fc.constantFrom(...zones),
  digest: fc.record({ day: fc.constantFrom(...weekdays), hour: fc.integer({ min: 0, max: 23 }) }),
});
