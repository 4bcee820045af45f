import { usefulCookies } from "@lapse/core/session/cookie";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { extensionPath } from "../../../src/web/connect/extension.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/member.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

/** Nothing that we write looks like it, so that finding it means that it was repeated. */
const value = fc.stringMatching(/^[A-Za-z0-9_=&%-]{12,40}$/).map((text) => `Zq${text}`);
const pair = fc.tuple(fc.constantFrom(...usefulCookies, "sid", "x_y"), value);
const pasted = fc.record({
  pairs: fc.array(pair, { minLength: 1, maxLength: 8 }),
  /** `%` is where the pairs stand. */
  form: fc.constantFrom(
    ...[
      "%",
      "Cookie: %",
      "cookie:\n%",
      "curl 'https://x.example/?q=%' -b '%'",
      "curl https://x -H 'Cookie: %'",
    ],
    ...[
      'curl ^"https://x^" ^\n  -b ^"%^"',
      "<b>%</b>",
      '{"cookies":"%"}',
      "GET / HTTP/1.1\nUser-Agent: %\n%",
    ],
  ),
});

test("nothing of a paste is in a page, an address, a message or the log, whatever was pasted", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const headers = await web.signIn("ada");
  await fc.assert(
    fc.asyncProperty(pasted, async ({ pairs, form }) => {
      const paste = form.replaceAll("%", pairs.map(([name, text]) => `${name}=${text}`).join("; "));
      const answers = [await web.post("/connect/paste", { paste }, headers)];
      answers.push(await web.post(`/connect/paste`, { paste, incomplete: "on" }, headers));
      for (const path of ["/connect", "/connect/trying", "/connect/paste"])
        answers.push(await web.app.request(path, { headers }));
      const shown = await Promise.all(
        answers.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())),
      );
      const told = shown.join() + JSON.stringify([web.sent, web.lines, await web.errands.list("ada")]);
      for (const [, text] of pairs) expect(told).not.toContain(text);
      // The next paste finds nothing being tried.
      web.clock.now += 21 * 60_000;
      Object.assign(headers, await web.signIn("ada"));
    }),
    { numRuns: 40 },
  );
  expect(web.sent.length).toBeGreaterThan(5);
});

test("nothing of what the extension sends is in an answer or the log, whatever it sends", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const sent = fc.record({
    code: value,
    cookies: fc.array(
      fc.oneof(
        pair.map(([name, text]) => ({ name, value: text })),
        fc.record({ value }),
      ),
      {
        maxLength: 8,
      },
    ),
    userAgent: value,
    cut: fc.nat(400),
  });
  await fc.assert(
    fc.asyncProperty(sent, async ({ cut, ...body }) => {
      const whole = JSON.stringify(body);
      for (const text of [whole, whole.slice(0, cut)]) {
        const answer = await web.app.request(extensionPath, {
          method: "POST",
          headers: { origin: `chrome-extension://${"a".repeat(32)}`, "content-type": "application/json" },
          body: text,
        });
        const told = (await answer.text()) + JSON.stringify([[...answer.headers], web.lines]);
        for (const each of [body.code, body.userAgent, ...body.cookies.map((cookie) => cookie.value)])
          expect(told).not.toContain(each);
      }
    }),
  );
});
