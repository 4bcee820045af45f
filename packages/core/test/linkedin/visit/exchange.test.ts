import { describe, expect, test } from "vitest";
import type { Exchange } from "../../../src/linkedin/visit/tab.ts";
import { type SiteTrouble, troubleOfExchange } from "../../../src/linkedin/visit/verdict.ts";

const site = "https://www.linkedin.com";
const rows = `${site}/flagship-web/rsc-action/actions/pagination?sduiid=x`;

function exchange(more: Partial<Exchange>): Exchange {
  return {
    n: 1,
    kind: "fetch",
    method: "POST",
    url: rows,
    answeredBy: more.url ?? rows,
    requestBody: null,
    status: 200,
    failure: null,
    once: null,
    text: '2:{"items":[],"pager":null}',
    ended: true,
    ...more,
  };
}

const wall =
  '<!DOCTYPE html><html><body><h1>Let\'s do a quick security check</h1><div id="captcha-internal"></div></body></html>';

describe("what the page's own requests met", () => {
  test.each<[string, Partial<Exchange>, SiteTrouble | null]>([
    ["an answer", {}, null],
    ["nothing yet", { status: null, answeredBy: null, text: null, ended: false }, null],
    ["a limit", { status: 429 }, "rate-limited"],
    ["a denial", { status: 999 }, "blocked"],
    ["the end of the session", { status: 401 }, "signed-out"],
    ["a wrong token, which is no wall", { status: 403 }, null],
    ["the sign-in, by a redirect", { answeredBy: `${site}/uas/login` }, "signed-out"],
    ["a challenge, by a redirect", { answeredBy: `${site}/checkpoint/challenge/x` }, "challenged"],
    ["a challenge in its own answer", { text: wall }, "challenged"],
    ["a challenge with space before it", { text: `\n  ${wall}` }, "challenged"],
    [
      "words of a challenge in somebody's headline",
      { text: '{"children":["reCAPTCHA and security verification"]}' },
      null,
    ],
    ["a page without a challenge", { text: "<!DOCTYPE html><html><body>Hello</body></html>" }, null],
  ])("%s", (_, more, trouble) => {
    expect(troubleOfExchange(exchange(more), site)).toBe(trouble);
  });

  test("telemetry and advertising may meet what they want", () => {
    expect(troubleOfExchange(exchange({ url: `${site}/li/track`, status: 429 }), site)).toBeNull();
    expect(
      troubleOfExchange(exchange({ url: "https://ads.example/mynetwork", status: 429 }), site),
    ).toBeNull();
    expect(troubleOfExchange(exchange({ url: `${site}.example/mynetwork`, status: 999 }), site)).toBeNull();
    expect(troubleOfExchange(exchange({ kind: "other", status: 999 }), site)).toBeNull();
  });

  test("but a redirect to a wall counts wherever it happens on the site", () => {
    const track = exchange({ url: `${site}/li/track`, answeredBy: `${site}/authwall` });
    expect(troubleOfExchange(track, site)).toBe("signed-out");
  });
});
