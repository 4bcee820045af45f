import { members } from "../../src/store/members.ts";
import type { Table } from "../../src/store/table.ts";
import { makeApp } from "../../src/web/app.ts";
import { keptLog } from "./log.ts";
import { monday } from "./member.ts";

/** The pages over a table, with ids that count. */
export function pages(table: Table) {
  let ids = 0;
  const { log, lines } = keptLog();
  const all = members(table);
  const app = makeApp({
    members: all,
    now: () => monday,
    newId: () => `id-0123456789abcdef-${++ids}`,
    random: () => 0.5,
    secure: false,
    log,
  });
  const post = (path: string, fields: Readonly<Record<string, string>> | URLSearchParams) =>
    app.request(path, { method: "POST", body: new URLSearchParams(fields) });
  return { app, all, lines, post };
}

/** A complete form, as a browser sends it. */
export const goodForm = {
  email: "ada@example.org",
  olderThanDays: "45",
  perDay: "5",
  noticeDays: "14",
  onlyWhenPendingOver: "0",
  keepProfiles: "https://www.linkedin.com/in/bob-example/\r\nlinkedin.com/in/cy-example",
  keepWords: "",
  keepNewest: "0",
  ignoreReceivedOlderThanDays: "",
  digestDay: "friday",
  digestHour: "8",
  timezone: "Europe/Berlin",
};
