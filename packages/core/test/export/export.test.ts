import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText } from "../../src/export/csv.ts";
import { exportCsv, exportJson } from "../../src/export/export.ts";
import { columns } from "../../src/export/rows.ts";
import { at, connectedMember, invitation, now, reading } from "../dashboard/sample.ts";
import { parseCsv } from "./parseCsv.ts";

const ada = invitation("ada", 45, { name: '=HYPERLINK("http://x.example")' });
const bo = invitation("bo", 3, { name: "Bo, the\r\nSecond" });
const ref = { id: ada.id, profile: ada.profile, name: ada.name, sentAt: ada.sentAt };
const events = [
  at(9, {
    ...{ kind: "digest", week: "2026-W46", step: "sending" },
    upcoming: [{ ...ref, on: new Date(now).toISOString() }],
  }),
  at(9, { kind: "announced", upcoming: [{ ...ref, on: new Date(now).toISOString() }] }),
  at(1, { kind: "failed", invitation: ref, reason: "its dialog never came" }),
  at(1, { kind: "confirmed", due: 2 }),
  at(1, { kind: "mail-feedback", mail: "digest", feedback: "bounced" }),
];
const input = { member: connectedMember(), reading: reading([bo, ada]), events, now };

test("the table has every invitation with its state and every event, under names of columns that do not change", () => {
  const [header, ...rows] = parseCsv(exportCsv(input)).map((row) => row.map(cellText));
  expect(header).toEqual([
    "part",
    "at",
    "what",
    "name",
    "profile",
    "direction",
    "id",
    "sentAt",
    "on",
    "reason",
    "run",
  ]);
  expect(rows.map(([part, , what, name]) => [part, what, name])).toEqual([
    ["invitation", "due", ada.name],
    ["invitation", "fresh", bo.name],
    ["event", "digest", ""],
    ["event", "digest", ada.name],
    ["event", "announced", ada.name],
    ["event", "failed", ada.name],
    ["event", "confirmed", ""],
    ["event", "mail-feedback", ""],
  ]);
  expect(rows.at(-1)?.[columns.indexOf("reason")]).toBe("digest: bounced");
  expect(rows[0]?.[columns.indexOf("id")]).toBe(ada.id);
});

test("no name of an invitation can become a formula in the table", () => {
  const name = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "'", '"', ",", " ", "x"),
  });
  fc.assert(
    fc.property(name, (text) => {
      const list = reading([{ ...ada, name: text, headline: text }]);
      for (const cell of parseCsv(exportCsv({ ...input, reading: list })).flat())
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
  );
});

test("the JSON has what is stored, a version, and nothing that opens a door", () => {
  const text = exportJson(input);
  const whole = JSON.parse(text);
  expect(Object.keys(whole)).toEqual(["schema", "exportedAt", "member", "invitations", "reading", "ledger"]);
  expect(whole).toMatchObject({
    ...{ schema: "lapse-export/1", exportedAt: "2026-11-23T12:00:00.000Z", ledger: events },
    member: { email: "ada@example.org", mail: "on", mailOff: null, account: "/in/ada" },
    reading: { sent: { invitations: [{ name: bo.name }, { name: ada.name }] } },
  });
  const { unsubscribeToken, keepSecret } = input.member;
  for (const secret of [unsubscribeToken, keepSecret]) expect(text).not.toContain(secret);
});
