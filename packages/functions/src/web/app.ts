import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Log } from "../log/log.ts";
import type { SweepQueue } from "../queue/sweepQueue.ts";
import type { Errands } from "../store/errands.ts";
import type { MemberLedger } from "../store/ledger.ts";
import type { Members } from "../store/members.ts";
import type { Readings } from "../store/readings.ts";
import type { SessionStore } from "../store/sessions.ts";
import type { SignIns } from "../store/signIns.ts";
import { type AssetPath, readAssets } from "./assets.ts";
import { notePage } from "./pages/layout.ts";
import { managePage } from "./pages/managePage.ts";
import { previewRoutes } from "./previewRoutes.ts";
import { rulesRoutes } from "./rulesRoutes.ts";
import { security } from "./security.ts";
import { signUpRoutes } from "./signUpRoutes.ts";
import { startRoutes } from "./startRoutes.ts";
import { unsubscribeRoutes } from "./unsubscribeRoutes.ts";

export interface WebPorts {
  readonly members: Members;
  readonly signIns: SignIns;
  /** Without those that open a session: no page ever does. */
  readonly sessions: Pick<SessionStore, "propose" | "remove">;
  readonly readings: Pick<Readings, "get">;
  readonly errands: Pick<Errands, "begin" | "list">;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  readonly queue: SweepQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new id that nobody can guess; also the unsubscribe token. */
  readonly newId: () => string;
  /** 256 random bits as text. */
  readonly newSecret: () => string;
  /** Where members reach the pages: scheme and host, without a slash at the end. */
  readonly webOrigin: string;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** Whether members reach the pages over https; then cookies are for https only. */
  readonly secure: boolean;
}

/** A policy with a thousand links has 30 KB. */
const largestForm = 64 * 1024;
/** A member's own rules may come with every link at its longest. A record in the table may have 400 KB. */
const largestRules = 512 * 1024;

function upTo(maxSize: number) {
  const tooLong = notePage("Too long", "That form is longer than Lapse reads.");
  return bodyLimit({ maxSize, onError: (context) => context.html(tooLong, 413) });
}

/** The pages: what the web function and the local stack both serve. */
export function makeApp(ports: WebPorts): Hono {
  const app = new Hono();
  app.use(...security());
  // No page repeats what a stranger sent beside something secret, so its length tells nothing.
  app.use(compress());
  const [form, rules] = [upTo(largestForm), upTo(largestRules)];
  app.use((context, next) => (/^\/rules(?:\/|$)/.test(context.req.path) ? rules : form)(context, next));
  const assets = readAssets();
  for (const path of Object.keys(assets) as AssetPath[]) {
    const { type, bytes, etag } = assets[path];
    app.get(path, (context) => {
      const headers = { etag, "cache-control": "public, max-age=300" };
      if (context.req.header("if-none-match") === etag) return context.body(null, 304, headers);
      return context.body(bytes, 200, { ...headers, "content-type": type });
    });
  }
  app.route("/", signUpRoutes(ports));
  app.route("/", unsubscribeRoutes(ports));
  app.route("/", previewRoutes(ports));
  app.route("/", startRoutes(ports));
  app.route("/", rulesRoutes(ports));
  app.get("/manage", (context) => context.html(managePage()));
  app.notFound((context) => context.html(notePage("Not found", "There is no such page here."), 404));
  app.onError((fault, context) => {
    ports.log.error("a page failed", fault, { method: context.req.method, path: context.req.path });
    return context.html(notePage("That went wrong", "The fault is ours. Try again in a minute."), 500);
  });
  return app;
}
