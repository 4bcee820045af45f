import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Log } from "../log/log.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { SweepQueue } from "../queue/sweepQueue.ts";
import type { Codes } from "../store/codes.ts";
import type { Errands } from "../store/errands.ts";
import type { ExtensionCodes } from "../store/extensionCodes.ts";
import type { MemberLedger } from "../store/ledger.ts";
import type { Limits } from "../store/limits.ts";
import type { Members } from "../store/members.ts";
import type { Readings } from "../store/readings.ts";
import type { SessionStore } from "../store/sessions.ts";
import type { SignIns } from "../store/signIns.ts";
import type { StopSwitch } from "../store/stopSwitch.ts";
import { exportRoutes } from "./account/exportRoutes.ts";
import { accountRoutes } from "./account/routes.ts";
import { type AssetPath, readAssets } from "./assets.ts";
import { crossSite } from "./border/crossSite.ts";
import { FormRefused } from "./border/form.ts";
import { queryFields } from "./border/queryFields.ts";
import { security } from "./border/security.ts";
import { extensionPath } from "./connect/extension.ts";
import { connectRoutes } from "./connect/routes.ts";
import { dashboardRoutes } from "./dashboard/routes.ts";
import { keepLinkRoutes } from "./keep/routes.ts";
import { notePage } from "./pages/layout.ts";
import { previewRoutes } from "./preview/routes.ts";
import { startRoutes } from "./preview/startRoutes.ts";
import { rulesRoutes } from "./rules/routes.ts";
import { codeRoutes } from "./signIn/codeRoutes.ts";
import { signInRoutes } from "./signIn/routes.ts";
import { signUpRoutes } from "./signUp/routes.ts";
import { unsubscribeRoutes } from "./unsubscribe/routes.ts";

export interface WebPorts {
  readonly members: Members;
  readonly signIns: SignIns;
  /** Without those that open a session: no page ever does. */
  readonly sessions: Pick<SessionStore, "propose" | "dropCandidate" | "remove">;
  readonly readings: Pick<Readings, "get">;
  readonly errands: Pick<Errands, "begin" | "end" | "list">;
  readonly extensionCodes: ExtensionCodes;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  readonly queue: SweepQueue;
  readonly mailer: Mailer;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly stopSwitch: Pick<StopSwitch, "get">;
  /** What stands for the place that a request came from. */
  readonly sourceOf: (context: Context) => string;
  /** Six random digits. */
  readonly newCode: () => string;
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
  readonly metrics: Metrics;
  /** Whether members reach the pages over https; then cookies are for https only. */
  readonly secure: boolean;
}

/** A policy with a thousand links has 30 KB. */
const largestForm = 64 * 1024;
/**
 * A member's own rules may come with every link at its longest, and so may what is asked about them while they are typed.
 * A record in the table may have 400 KB.
 */
const largestRules = 512 * 1024;

function upTo(maxSize: number) {
  const tooLong = notePage("Too long", "That form is longer than Lapse reads.");
  return bodyLimit({
    maxSize,
    onError: (context) =>
      context.req.path === extensionPath
        ? context.json({ error: "That is longer than Lapse reads." }, 413)
        : context.html(tooLong, 413),
  });
}

/** The pages: what the web function and the local stack both serve. */
export function makeApp(ports: WebPorts): Hono {
  const app = new Hono();
  app.use(...security(), crossSite(ports.webOrigin), queryFields());
  // No page repeats what a stranger sent beside something secret, so its length tells nothing.
  app.use(compress());
  const [form, rules] = [upTo(largestForm), upTo(largestRules)];
  app.use((context, next) =>
    (/^\/(?:rules(?:\/|$)|sentence$)/.test(context.req.path) ? rules : form)(context, next),
  );
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
  app.route("/", signInRoutes(ports));
  app.route("/", codeRoutes(ports));
  app.route("/", connectRoutes(ports));
  app.route("/", unsubscribeRoutes(ports));
  app.route("/", keepLinkRoutes(ports));
  app.route("/", previewRoutes(ports));
  app.route("/", startRoutes(ports));
  app.route("/", rulesRoutes(ports));
  app.route("/", dashboardRoutes(ports));
  app.route("/", accountRoutes(ports));
  app.route("/", exportRoutes(ports));
  app.notFound((context) => context.html(notePage("Not found", "There is no such page here."), 404));
  app.onError((fault, context) => {
    if (fault instanceof FormRefused) return context.html(notePage("Not sent", fault.message), fault.status);
    ports.log.error("a page failed", fault, { method: context.req.method, path: context.req.path });
    return context.html(notePage("That went wrong", "The fault is ours. Try again in a minute."), 500);
  });
  return app;
}
