import type { Survey } from "../page/survey.ts";
import { type StopOutcome, SweepStop } from "./stop.ts";
import type { Arrival, Exchange } from "./tab.ts";

const words: Readonly<
  Record<
    Extract<StopOutcome, "signed-out" | "challenged" | "rate-limited" | "blocked" | "unreachable">,
    string
  >
> = {
  "signed-out": "LinkedIn no longer accepts the session: sign in to LinkedIn again and reconnect it.",
  challenged:
    "LinkedIn asks for a security check: open LinkedIn yourself, answer it there, then reconnect. Lapse never answers one.",
  "rate-limited": "LinkedIn asks to slow down: nothing more was tried, and the next sweep comes tomorrow.",
  blocked:
    "LinkedIn refuses this connection: nothing more was tried. Use LinkedIn yourself for a while before you resume.",
  unreachable:
    "LinkedIn could not be reached: nothing was withdrawn after that, and the next sweep tries again.",
};

export type SiteTrouble = keyof typeof words;

export function troubleStop(trouble: SiteTrouble): SweepStop {
  return new SweepStop(trouble, words[trouble]);
}

/** What an address alone says (linkedin/README.md §7). */
export function troubleOfAddress(address: string): SiteTrouble | null {
  let path: string;
  try {
    path = new URL(address, "https://www.linkedin.com").pathname.toLowerCase();
  } catch {
    return null;
  }
  if (/^\/checkpoint\/(lg|rm)\b/.test(path)) return "signed-out";
  if (/^\/(checkpoint|challenge)\b/.test(path) || path.startsWith("/uas/consumer-email-challenge"))
    return "challenged";
  if (
    /^\/(uas\/)?login\b/.test(path) ||
    /^\/(authwall|signup|uas\/authenticate|logout|m\/login)\b/.test(path)
  )
    return "signed-out";
  return null;
}

/** What a status alone says. 999 is LinkedIn's own "request denied". */
export function troubleOfStatus(status: number | null): SiteTrouble | null {
  if (status === 999) return "blocked";
  if (status === 429) return "rate-limited";
  if (status === 401) return "signed-out";
  return null;
}

/** What a page load ended in, before the page itself is read; null where it may be read. */
export function troubleOfArrival(arrival: Arrival): SiteTrouble | null {
  if (arrival.failure !== null) {
    return /TOO_MANY_REDIRECTS/.test(arrival.failure) ? "signed-out" : "unreachable";
  }
  const byStatus = troubleOfStatus(arrival.status);
  if (byStatus !== null) return byStatus;
  // A wall is a wall under any status: its address says more than a 403 does.
  const byAddress = troubleOfAddress(arrival.url);
  if (byAddress !== null) return byAddress;
  if (arrival.status === 403) return "blocked";
  if (arrival.status !== null && arrival.status >= 500) return "unreachable";
  return null;
}

/**
 * What a page shows, whatever its address and status were. Shape matters as much as words: people's headlines
 * contain all of these phrases, so words count only on a page that has no list.
 */
export function troubleOfSurvey(survey: Survey): SiteTrouble | null {
  const byAddress = troubleOfAddress(survey.url);
  if (byAddress !== null) return byAddress;
  if (survey.captcha) return "challenged";
  if (survey.signInForm || survey.accountPicker) return "signed-out";
  if (survey.acting > 0 || survey.screens.length > 0) return null;
  const text = `${survey.title}\n${survey.text}`;
  if (
    survey.rows === 0 &&
    /security verification|security check|captcha|verify (it['’]s you|your identity|that you)|verification (code|required)|check your linkedin app|unusual activity/i.test(
      text,
    )
  ) {
    return "challenged";
  }
  // In whatever language: a short page without a list, from which one can only sign in.
  if (survey.signInLinks && survey.textLength < 2000) return "signed-out";
  if (survey.rows > 0 || (survey.hasMain && survey.textLength > 2000)) return null;
  if (/too many requests|rate limit|slow down|try again later/i.test(text)) return "rate-limited";
  if (
    /\b(sign in|log ?in|sign up|join linkedin|join now|welcome back|choose an account|continue as)\b/i.test(
      text,
    ) &&
    !survey.hasMain
  ) {
    return "signed-out";
  }
  return null;
}

/** Requests that carry the work: what happens to telemetry and advertising says nothing about the session. */
const work = /invitation|rsc-action|mynetwork|voyager|relationships/i;

/** Whether an exchange is one of the page's own requests that carry the work. */
export function isWork(exchange: Exchange): boolean {
  return exchange.kind === "fetch" && work.test(exchange.url);
}

/** What the page's own requests met. */
export function troubleOfExchange(exchange: Exchange, site: string): SiteTrouble | null {
  if (exchange.kind === "other" || !exchange.url.startsWith(`${site}/`)) return null;
  const led = exchange.answeredBy === null ? null : troubleOfAddress(exchange.answeredBy);
  if (led !== null && exchange.answeredBy !== exchange.url) return led;
  if (!work.test(exchange.url)) return null;
  const byStatus = troubleOfStatus(exchange.status);
  if (byStatus !== null) return byStatus;
  // The document itself is judged by what it shows; people's headlines say "security verification", too.
  const page = exchange.kind === "fetch" ? exchange.text : null;
  return page !== null && isChallengePage(page) ? "challenged" : null;
}

/** A challenge may come as a page of its own inside a 200. */
function isChallengePage(text: string): boolean {
  if (text.length > 200_000 || !/^\s*(<!doctype html|<html)/i.test(text)) return false;
  return /id="captcha-internal"|arkoselabs|funcaptcha|hcaptcha|recaptcha|<title>[^<]*security verification/i.test(
    text,
  );
}
