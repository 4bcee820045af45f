import type { Mail } from "../../src/mail/mailer.ts";
import type { SweepMessage } from "../../src/queue/sweepMessage.ts";
import { codeStore } from "../../src/store/codes.ts";
import { errandStore } from "../../src/store/errands.ts";
import { extensionCodeStore } from "../../src/store/extensionCodes.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { limitStore } from "../../src/store/limits.ts";
import { members } from "../../src/store/members.ts";
import { readingStore } from "../../src/store/readings.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { signInStore } from "../../src/store/signIns.ts";
import { stopSwitch } from "../../src/store/stopSwitch.ts";
import type { Table } from "../../src/store/table.ts";
import { makeApp, type WebPorts } from "../../src/web/app.ts";
import { codeCookie } from "../../src/web/signIn/codeAsking.ts";
import { signInCookie } from "../../src/web/signIn/signedIn.ts";
import { keptLog } from "./log.ts";
import { monday } from "./member.ts";
import { keptMetrics } from "./metrics.ts";

/** The pages over a table, with ids that count and a clock that stands until it is moved. */
export function pages(table: Table, changes: Partial<WebPorts> = {}) {
  let ids = 0;
  const { log, lines } = keptLog();
  const { metrics, counted } = keptMetrics();
  const all = members(table);
  const clock = { now: monday };
  const now = () => clock.now;
  const newId = () => `id-0123456789abcdef-${++ids}`;
  const sent: SweepMessage[] = [];
  const mails: Mail[] = [];
  let digits = 0;
  const signIns = signInStore(table, now, newId);
  const sessions = sessionStore(table, openSealer, now, newId);
  const readings = readingStore(table, newId);
  const errands = errandStore(table, now);
  const stop = stopSwitch(table, now);
  const extensionCodes = extensionCodeStore(table, now, newId);
  const ports: WebPorts = {
    ...{
      members: all,
      signIns,
      sessions,
      readings,
      errands,
      extensionCodes,
      ledgerOf: (id) => ledgerStore(table, id),
    },
    queue: { send: async (message) => void sent.push(message) },
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return { kind: "sent" };
      },
    },
    codes: codeStore(table, now, newId),
    limits: limitStore(table, now),
    stopSwitch: stop,
    newCode: () => String(++digits).padStart(6, "0"),
    sourceOf: (context) => context.req.header("x-test-source") ?? "here",
    ...{ now, newId, newSecret: newId, random: () => 0.5, secure: false, log, metrics },
    webOrigin: "https://lapse.example.org",
    ...changes,
  };
  const app = makeApp(ports);
  const post = (
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams,
    headers: Readonly<Record<string, string>> = {},
  ) => app.request(path, { method: "POST", body: new URLSearchParams(fields), headers });
  /** What a signed-in browser of this member sends along. */
  const signIn = async (memberId: string) => ({ cookie: `${signInCookie}=${await signIns.open(memberId)}` });
  /** What a browser sends along that an answer told to wait for a code. */
  const waitingIn = (answer: Response) => {
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith(`${codeCookie}=`));
    return { cookie: cookie?.split(";")[0] ?? "" };
  };
  return {
    mails,
    waitingIn,
    app,
    table,
    ports,
    all,
    lines,
    counted,
    post,
    signIn,
    signIns,
    sessions,
    readings,
    errands,
    theSwitch: stop,
    sent,
    clock,
  };
}

/** Seals nothing: pages never open what they seal, so how it is sealed plays no part in their tests. */
const openSealer = {
  seal: async (plain: string) => new TextEncoder().encode(plain),
  open: async (sealed: Uint8Array) => new TextDecoder().decode(sealed),
};

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
