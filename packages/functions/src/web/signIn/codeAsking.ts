import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { codeMail } from "../../mail/codeMail.ts";
import { codeRenewableMs, type Waiting } from "../../store/codes.ts";
import type { Limit, Subject } from "../../store/limits.ts";
import type { WebPorts } from "../app.ts";
import { notePage } from "../pages/layout.ts";

/** The cookie of a browser that waits for a code. */
export const codeCookie = "lapse-code";
export const codePath = "/code";

const hourMs = 3_600_000;
const codesAnHour: Limit = { name: "codes-an-hour", most: 5, windowMs: hourMs };
// With five tries each, whoever guesses at an address has a chance of 1 in 13,000 a day.
const codesADay: Limit = { name: "codes-a-day", most: 15, windowMs: 24 * hourMs };
const codesOfSource: Limit = { name: "codes", most: 20, windowMs: hourMs };
export const triesOfSource: Limit = { name: "tries", most: 60, windowMs: hourMs };

type AskingPorts = Pick<
  WebPorts,
  | "codes"
  | "limits"
  | "mailer"
  | "members"
  | "newCode"
  | "sourceOf"
  | "webOrigin"
  | "secure"
  | "log"
  | "metrics"
>;

/** Mails a code, and binds it to this browser. The answer is the same whether the address has an account or not. */
export async function askForCode(context: Context, ports: AskingPorts, waiting: Waiting): Promise<Response> {
  const refused = await tooManyCodes(context, ports, waiting.email);
  if (refused !== null) return refused;
  const code = ports.newCode();
  const cookie = await ports.codes.open(waiting, code);
  await mailCode(ports, waiting, code);
  setCookie(context, codeCookie, cookie, {
    ...{ path: codePath, httpOnly: true, sameSite: "Lax", secure: ports.secure },
    maxAge: codeRenewableMs / 1_000,
  });
  return context.redirect(codePath, 303);
}

/** The answer where too many codes were asked for: from here, or for this address. Else null, and this one counts. */
export async function tooManyCodes(
  context: Context,
  ports: Pick<AskingPorts, "limits" | "sourceOf">,
  email: string,
): Promise<Response | null> {
  const source: Subject = { kind: "source", source: ports.sourceOf(context) };
  const address: Subject = { kind: "email", email };
  return (
    (await tooOften(context, ports, source, codesOfSource)) ??
    (await tooOften(context, ports, address, codesAnHour)) ??
    (await tooOften(context, ports, address, codesADay))
  );
}

/** The answer where a limit is reached; else null, and this request counts. */
export async function tooOften(
  context: Context,
  { limits }: Pick<AskingPorts, "limits">,
  subject: Subject,
  limit: Limit,
): Promise<Response | null> {
  const wait = await limits.take(subject, limit);
  if (wait === null) return null;
  const minutes = Math.ceil(wait / 60_000);
  const sentence = `That was asked for too often. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  return context.html(notePage("Too often", sentence), 429, {
    "retry-after": String(Math.ceil(wait / 1_000)),
  });
}

/** A mail that is not sent is no difference in the answer: it would tell who has an account. */
export async function mailCode(
  { members, mailer, webOrigin, log, metrics }: AskingPorts,
  { email, wish }: Waiting,
  code: string,
): Promise<void> {
  const known = (await members.findByEmail(email)) !== null;
  const kind = wish.kind === "sign-up" ? (known ? "known" : "sign-up") : known ? "sign-in" : "nobody";
  const outcome = await mailer.send(
    codeMail(email, kind === "nobody" ? { kind } : { kind, code }, webOrigin),
  );
  if (outcome.kind === "sent") return;
  metrics.add("CodesFailed", 1);
  log.warn("a code was not mailed", { outcome: outcome.kind, reason: outcome.reason });
}
