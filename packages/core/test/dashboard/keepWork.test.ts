import { expect, test } from "vitest";
import { exportCsv } from "../../src/export/export.ts";
import { policyWith } from "../plan/sample.ts";
import { connectedMember, invitation, now, reading, shown } from "./sample.ts";

/** The list, and how often any entry of it was looked at. */
function counted(entries: readonly string[]) {
  const looks = { count: 0 };
  const list = new Proxy(entries, {
    get: (target, key, receiver) => {
      if (typeof key === "string" && /^\d+$/.test(key)) looks.count += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list, looks };
}

const many = Array.from({ length: 500 }, (_, i) => i);

test("a keep list is read once for a dashboard and an export of it, however many it keeps", () => {
  const links = counted(many.map((i) => `https://www.linkedin.com/in/person-${i * 2}/`));
  const words = counted([...many.map((i) => `kept word ${i}`), "compiler"]);
  const policy = policyWith({}, { profiles: links.list, words: words.list });
  const rows = many.map((i) => invitation(`person-${i}`, 90, { headline: "Compiler" }));
  const input = { member: connectedMember({ policy }), reading: reading(rows), events: [], now };
  const kept = shown(input).groups.find(({ name }) => name === "kept")?.items ?? [];
  const acts = kept.map(({ act }) => (act.kind === "unkeep-word" ? act.word : act.kind));
  expect(acts).toEqual(many.map((i) => (i % 2 === 0 ? "unkeep" : "compiler")));
  exportCsv(input);
  expect([links.looks.count, words.looks.count]).toEqual([many.length, many.length + 1]);
});
