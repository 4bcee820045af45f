import { describe, expect, test } from "vitest";
import type { Survey } from "../../../src/linkedin/page/survey.ts";
import type { Arrival } from "../../../src/linkedin/visit/tab.ts";
import {
  type SiteTrouble,
  troubleOfAddress,
  troubleOfArrival,
  troubleOfStatus,
  troubleOfSurvey,
  troubleStop,
} from "../../../src/linkedin/visit/verdict.ts";
import { listPage, surveyOf } from "../survey.ts";

const site = "https://www.linkedin.com";
const sent = `${site}/mynetwork/invitation-manager/sent/`;
const arrived = (more: Partial<Arrival>): Arrival => ({
  url: sent,
  status: 200,
  failure: null,
  date: null,
  text: null,
  ...more,
});

describe("an address", () => {
  test.each<[string, SiteTrouble | null]>([
    ["/login", "signed-out"],
    ["/login/", "signed-out"],
    ["/uas/login?session_redirect=%2Fmynetwork", "signed-out"],
    ["/authwall?trk=x", "signed-out"],
    ["/signup/cold-join", "signed-out"],
    ["/m/login/", "signed-out"],
    ["/uas/authenticate", "signed-out"],
    ["/m/logout", null],
    ["/logout", "signed-out"],
    ["/checkpoint/lg/login-submit", "signed-out"],
    ["/checkpoint/rm/sign-in-another-account", "signed-out"],
    ["/checkpoint/challenge/AgF", "challenged"],
    ["/checkpoint/challengesV2/AQ", "challenged"],
    ["/checkpoint", "challenged"],
    ["/challenge/x", "challenged"],
    ["/uas/consumer-email-challenge", "challenged"],
    ["/CHECKPOINT/challenge", "challenged"],
    ["/mynetwork/invitation-manager/sent/", null],
    ["/feed/", null],
    ["/in/login/", null],
    ["/in/checkpoint", null],
    ["/loginhelp", null],
    ["/feed/?next=/login", null],
    ["/", null],
  ])("%s means %s", (path, trouble) => {
    expect(troubleOfAddress(path)).toBe(trouble);
    expect(troubleOfAddress(site + path)).toBe(trouble);
  });

  test("that is none says nothing", () => {
    expect(troubleOfAddress("http://[")).toBeNull();
    expect(troubleOfAddress("about:blank")).toBeNull();
  });
});

describe("a status", () => {
  test.each<[number | null, SiteTrouble | null]>([
    [999, "blocked"],
    [429, "rate-limited"],
    [401, "signed-out"],
    [403, null],
    [404, null],
    [200, null],
    [null, null],
  ])("%s means %s", (status, trouble) => {
    expect(troubleOfStatus(status)).toBe(trouble);
  });
});

describe("a page load", () => {
  test.each<[string, Partial<Arrival>, SiteTrouble | null]>([
    ["went well", {}, null],
    ["was redirected in circles", { failure: "net::ERR_TOO_MANY_REDIRECTS", status: null }, "signed-out"],
    ["found no connection", { failure: "net::ERR_CONNECTION_REFUSED", status: null }, "unreachable"],
    ["timed out", { failure: "net::ERR_TIMED_OUT", status: null }, "unreachable"],
    ["was denied as LinkedIn denies", { status: 999 }, "blocked"],
    ["was denied, its address a wall", { status: 999, url: `${site}/authwall` }, "blocked"],
    ["met a limit", { status: 429 }, "rate-limited"],
    ["was forbidden", { status: 403 }, "blocked"],
    ["was forbidden at a challenge", { status: 403, url: `${site}/checkpoint/challenge/x` }, "challenged"],
    ["ended at the sign-in", { url: `${site}/uas/login` }, "signed-out"],
    ["met a broken server", { status: 500 }, "unreachable"],
    ["met a busy server", { status: 503 }, "unreachable"],
    ["found nothing", { status: 404 }, null],
    ["has no status", { status: null }, null],
  ])("that %s", (_, arrival, trouble) => {
    expect(troubleOfArrival(arrived(arrival))).toBe(trouble);
  });
});

describe("a page", () => {
  test.each<[string, Survey, SiteTrouble | null]>([
    ["that is the list", listPage(), null],
    ["that is the list, empty", listPage({ rows: 0, counters: [] }), null],
    ["that is blank", surveyOf(), null],
    [
      "of the auth wall",
      surveyOf({ title: "Sign Up | LinkedIn", text: "Join LinkedIn\nAlready on LinkedIn? Sign in" }),
      "signed-out",
    ],
    [
      "of the sign-in",
      surveyOf({ title: "LinkedIn Login, Sign in | LinkedIn", text: "Sign in\nJoin now", signInForm: true }),
      "signed-out",
    ],
    ["with a sign-in form in an unknown language", listPage({ signInForm: true }), "signed-out"],
    [
      "of the account picker",
      surveyOf({
        text: "Welcome back\nContinue as Test User\nSign in using another account",
        accountPicker: true,
      }),
      "signed-out",
    ],
    [
      "of the account picker, by its words",
      surveyOf({ text: "Welcome back\nSign in using another account" }),
      "signed-out",
    ],
    ["that lets one choose", surveyOf({ text: "Choose an account" }), "signed-out"],
    ["with a captcha", surveyOf({ captcha: true }), "challenged"],
    ["with a captcha over the list", listPage({ captcha: true }), "challenged"],
    [
      "of a check",
      surveyOf({ title: "Security Verification | LinkedIn", text: "Let's do a quick security check" }),
      "challenged",
    ],
    ["that asks for the app", surveyOf({ text: "Check your LinkedIn app" }), "challenged"],
    ["that asks who it is", surveyOf({ hasMain: true, text: "Verify it’s you" }), "challenged"],
    [
      "of too many requests",
      surveyOf({ text: "Too many requests\nPlease slow down and try again later." }),
      "rate-limited",
    ],
    [
      "of a limit within a frame",
      surveyOf({ hasMain: true, text: "Please try again later." }),
      "rate-limited",
    ],
    [
      "at a wall's address, whatever it shows",
      listPage({ url: `${site}/checkpoint/challenge/x` }),
      "challenged",
    ],
    [
      "that offers accounts to choose from, in whatever language",
      surveyOf({ hasMain: true, rows: 2, signInLinks: true, text: "アカウントを選択" }),
      "signed-out",
    ],
    [
      "of a security check that offers another account",
      surveyOf({ signInLinks: true, text: "Let's do a quick security check" }),
      "challenged",
    ],
    [
      "of people, signed in, that offers to sign in elsewhere",
      surveyOf({ hasMain: true, text: "Sign in to another app" }),
      null,
    ],
  ])("%s", (_, page, trouble) => {
    expect(troubleOfSurvey(page)).toBe(trouble);
  });

  const headlines = [
    "I write about rate limits and how to slow down",
    "Too many requests? try again later | SRE",
    "Captcha and security check researcher",
    "Sign in, log in, join now: identity engineer",
    "Verification code hobbyist, unusual activity detector",
  ];

  test.each(headlines)("with a list is no wall, though somebody's headline says %j", (headline) => {
    expect(troubleOfSurvey(listPage({ text: headline, textLength: headline.length }))).toBeNull();
    expect(troubleOfSurvey(listPage({ text: headline, rows: 0 }))).toBeNull();
    expect(troubleOfSurvey(surveyOf({ text: headline, rows: 1 }))).toBeNull();
  });

  test("with much text in its main part is not taken for an error page", () => {
    const long = `${"people ".repeat(400)} rate limit`;
    expect(troubleOfSurvey(surveyOf({ hasMain: true, text: long }))).toBeNull();
    expect(troubleOfSurvey(surveyOf({ hasMain: false, text: long }))).toBe("rate-limited");
  });
});

test("each trouble ends the sweep with its own outcome, and words for the member", () => {
  const troubles: readonly SiteTrouble[] = [
    "signed-out",
    "challenged",
    "rate-limited",
    "blocked",
    "unreachable",
  ];
  for (const trouble of troubles) {
    const stop = troubleStop(trouble);
    expect(stop.outcome).toBe(trouble);
    expect(stop.message).toContain("LinkedIn");
  }
  expect(new Set(troubles.map((trouble) => troubleStop(trouble).message)).size).toBe(troubles.length);
});
