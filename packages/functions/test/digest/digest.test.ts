import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { digestSlot } from "@lapse/core/schedule/digestSlot";
import { isoWeek } from "@lapse/core/schedule/isoWeek";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type DigestPorts, digestMember } from "../../src/digest/digestMember.ts";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { sesClient, sesMailer } from "../../src/mail/ses.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import { readingStore } from "../../src/store/readings.ts";
import type { Table } from "../../src/store/table.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { localAws, setEnvironment } from "../support/environment.ts";
import { type Inbox, startInbox } from "../support/inbox.ts";
import { aMember, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";

const hour = 3_600_000;
const week = "2026-W48";
const upcoming = [
  {
    ...{ id: "7498810568384856065", profile: "/in/bob-example", name: "Bob Example" },
    ...{ sentAt: "2026-08-27T18:36:00.000Z", on: new Date(monday + 7 * 24 * hour).toISOString() },
  },
];

let database: Database;
let inbox: Inbox;
beforeAll(async () => {
  database = await startDatabase();
  inbox = await startInbox();
});
beforeEach(async () => {
  setEnvironment({ ...localAws, AWS_ENDPOINT_URL_SESV2: inbox.endpoint });
  await inbox.clear();
});
afterAll(async () => {
  await inbox.stop();
  await database.stop();
});

function swept(at: number): LedgerEvent {
  return {
    ...{ kind: "sweep-ended", outcome: "nothing-due", message: "Nothing is due.", pending: 1, read: 1 },
    ...{ counts: { due: 1 }, upcoming, at, run: "sweep", account: "/in/ada-example" },
  };
}

function portsAt(table: Table, now: () => number, send: (mail: Mail) => Promise<MailOutcome>): DigestPorts {
  return {
    members: members(table),
    ledgerOf: (id) => ledgerStore(table, id),
    readings: readingStore(table, () => "reading-1"),
    mailer: { send },
    now,
    webOrigin: "https://lapse.example.org",
  };
}

async function sweptMember(table: Table, id = "ada"): Promise<Member> {
  const member = aMember(id, { session: "sealed", connectedAt: monday - 20 * hour });
  await members(table).add(member);
  await ledgerStore(table, id).append(swept(monday - hour));
  return member;
}

const kinds = async (table: Table, id = "ada") =>
  (await ledgerStore(table, id).read()).map((event) => (event.kind === "digest" ? event.step : event.kind));

test("a due digest names who is coming up, reaches the member, and starts their notice", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const mailer = sesMailer(
    sesClient(),
    { from: "digest@example.org", configurationSet: null },
    async () => {},
  );
  expect(
    await digestMember(
      ada,
      "r1",
      portsAt(table, () => monday, mailer.send),
    ),
  ).toBe("sent");
  const [mail, ...more] = await inbox.received();
  expect(more).toEqual([]);
  expect(mail?.destination.to).toEqual(["ada@example.org"]);
  for (const body of [mail?.body.html, mail?.body.text]) {
    expect(body).toContain("Bob Example");
    expect(body).toContain("https://lapse.example.org/unsubscribe?token=ada.");
  }
  expect(await kinds(table)).toEqual(["sweep-ended", "sending", "sent", "announced"]);
  const announced = (await ledgerStore(table, "ada").read()).at(-1);
  expect(announced).toMatchObject({ at: monday, upcoming: [{ name: "Bob Example" }] });
  expect(await members(table).get("ada")).toMatchObject({ lastDigestSlot: monday - hour / 2 });
});

test("a digest plans the stored list with the rules as they are now", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const ports = portsAt(
    table,
    () => monday,
    async () => ({ kind: "sent" }),
  );
  await readingStore(table, () => "reading-1").put("ada", aReading(40, { at: monday - 2 * hour }));
  const policy = { ...ada.policy, olderThanDays: 39, keep: { ...ada.policy.keep, newest: 0 } };
  expect(await digestMember({ ...ada, policy }, "r1", ports)).toBe("sent");
  const announced = (await ledgerStore(table, "ada").read()).at(-1);
  expect(announced).toMatchObject({ kind: "announced", upcoming: [{ name: "Person 39" }] });
});

test("of a member who leaves while their mail is on its way nothing is kept", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const leaving = async (): Promise<MailOutcome> => {
    await members(table).leave("ada");
    return { kind: "sent" };
  };
  expect(
    await digestMember(
      ada,
      "r1",
      portsAt(table, () => monday, leaving),
    ),
  ).toBe("sent");
  expect(await kinds(table)).toEqual([]);
});

test("a digest that was due on Sunday evening and is worked off after midnight leaves the next week its own", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const policy = { ...ada.policy, timezone: "Europe/Berlin", digest: { day: "sunday", hour: 23 } } as const;
  const mails: Mail[] = [];
  const midnight = Date.UTC(2026, 10, 29, 23);
  const digests: string[] = [];
  for (const now of [midnight + 10 * 60_000, midnight + 7 * 24 * hour - hour, midnight + 7 * 24 * hour]) {
    await ledgerStore(table, "ada").append({ ...swept(now - hour), run: `sweep-${now}` });
    const send = async (mail: Mail): Promise<MailOutcome> => {
      mails.push(mail);
      return { kind: "sent" };
    };
    const member = (await members(table).get("ada")) ?? ada;
    digests.push(
      await digestMember(
        { ...member, policy },
        `r${now}`,
        portsAt(table, () => now, send),
      ),
    );
  }
  expect(digests).toEqual(["sent", "sent", "not-due"]);
  expect(mails).toHaveLength(2);
  const events = await ledgerStore(table, "ada").read();
  expect(events.flatMap((event) => (event.kind === "digest" ? [`${event.week} ${event.step}`] : []))).toEqual(
    ["2026-W48 sending", "2026-W48 sent", "2026-W49 sending", "2026-W49 sent"],
  );
});

test("nothing to say is written down and no mail is sent", async () => {
  const table = await database.table();
  const ada = aMember("ada");
  await members(table).add(ada);
  const never = () => Promise.reject(new Error("a mail was sent"));
  expect(
    await digestMember(
      ada,
      "r1",
      portsAt(table, () => monday, never),
    ),
  ).toBe("quiet");
  expect(await kinds(table)).toEqual(["quiet"]);
});

test("a member who wants no mail gets none", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const never = () => Promise.reject(new Error("a mail was sent"));
  expect(
    await digestMember(
      { ...ada, mail: "off" },
      "r1",
      portsAt(table, () => monday, never),
    ),
  ).toBe("not-due");
});

test.each(["refused", "unclear"] as const)(
  "a mail that was %s is not sent again, starts no notice, and is shown",
  async (kind) => {
    const table = await database.table();
    const ada = await sweptMember(table);
    let asked = 0;
    const send = async () => ({ kind, reason: `why #${++asked}` });
    for (const later of [0, hour, 2 * hour, 3 * 24 * hour]) {
      const now = monday + later;
      const member = (await members(table).get("ada")) ?? ada;
      await digestMember(
        member,
        `r${later}`,
        portsAt(table, () => now, send),
      );
    }
    expect(asked).toBe(1);
    expect(await kinds(table)).toEqual(["sweep-ended", "sending", "digest-failed"]);
  },
);

test("a digest that is not taken is offered again, ever more rarely, until it is, and only that mail begins a notice", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  const mails: Mail[] = [];
  const done: string[] = [];
  // Messages that come too soon, and one after the mail was taken.
  for (const later of [0, hour / 4, hour, 2 * hour, 3 * hour, 4 * hour]) {
    const now = monday + later;
    const send = async (mail: Mail): Promise<MailOutcome> => {
      mails.push(mail);
      return mails.length < 3 ? { kind: "deferred", reason: "SES is throttling" } : { kind: "sent" };
    };
    const member = (await members(table).get("ada")) ?? ada;
    done.push(
      await digestMember(
        member,
        `r${later}`,
        portsAt(table, () => now, send),
      ),
    );
  }
  expect(done).toEqual(["deferred", "waits", "deferred", "waits", "sent", "not-due"]);
  const events = await ledgerStore(table, "ada").read();
  expect(events.map(({ kind, at }) => `${kind} ${(at - monday) / hour}`)).toEqual([
    ...["sweep-ended -1", "digest 0", "digest-failed 0", "digest 1", "digest-failed 1"],
    ...["digest 3", "digest 3", "announced 3"],
  ]);
  expect(mails.map(({ text }) => text.includes("Bob Example"))).toEqual([true, true, true]);
});

test("a run that died after it opened the week is shown as failed by a later one, which sends nothing", async () => {
  const table = await database.table();
  const ada = await sweptMember(table);
  await ledgerStore(table, "ada").openWeek({
    ...{ kind: "digest", week, step: "sending", at: monday, run: "dead", account: null },
  });
  const never = () => Promise.reject(new Error("a mail was sent"));
  const run = (now: number) =>
    digestMember(
      ada,
      "r2",
      portsAt(table, () => now, never),
    );
  expect(await run(monday + 60_000)).toBe("in-flight");
  expect(await members(table).get("ada")).toMatchObject({ lastDigestSlot: null });
  expect(await run(monday + hour)).toBe("failed");
  expect(await kinds(table)).toEqual(["sweep-ended", "sending", "digest-failed"]);
});

test("whatever fails and however often it runs, a member gets at most one digest for an ISO week", async () => {
  const table = await database.table();
  let count = 0;
  const wall = fc.integer({ min: 0, max: 3 * 7 * 24 - 1 });
  const fault = fc.constantFrom("sent" as const, "unclear" as const, "crash" as const);
  const day = fc.constantFrom("monday" as const, "thursday" as const, "sunday" as const);
  const run = fc.record({ at: wall, fault, day, hour: fc.constantFrom(0, 9, 23), twice: fc.boolean() });
  const zone = fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Kiritimati");
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 8 }), zone, async (runs, timezone) => {
      const id = `m${++count}`;
      await sweptMember(table, id);
      const weeks: string[] = [];
      for (const [i, each] of runs.sort((a, b) => a.at - b.at).entries()) {
        const now = monday + each.at * hour;
        const digest = { day: each.day, hour: each.hour };
        const policy = { ...aMember(id).policy, timezone, digest };
        const send = async (): Promise<MailOutcome> => {
          weeks.push(isoWeek(digestSlot(policy, now), timezone));
          if (each.fault === "crash") throw new Error("the process died");
          return each.fault === "sent" ? { kind: "sent" } : { kind: "unclear", reason: "timeout" };
        };
        await ledgerStore(table, id).append(swept(now));
        const member = await members(table).get(id);
        if (member === null) throw new Error("the member is gone");
        const ports = portsAt(table, () => now, send);
        const attempt = (name: string) =>
          digestMember({ ...member, policy }, name, ports).catch(() => "died");
        const names = each.twice ? [`a${i}`, `b${i}`] : [`a${i}`];
        await Promise.all(names.map(attempt));
      }
      expect(new Set(weeks).size).toBe(weeks.length);
    }),
    { numRuns: 40 },
  );
});
