import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCode } from "../src/popup/code.ts";

const secret = "5c0f.K7QM2F9XPQabcdefghijkl";

describe("A code from Lapse's page", () => {
  test.each([
    [`https://lapse.example.org/#${secret}`, "https://lapse.example.org"],
    [`  https://lapse.example.org/#${secret}\n`, "https://lapse.example.org"],
    [`https://lapse.example.org:8443/#${secret}`, "https://lapse.example.org:8443"],
    [`http://127.0.0.1:8080/#${secret}`, "http://127.0.0.1:8080"],
    [`http://localhost:8080/#${secret}`, "http://localhost:8080"],
  ])("%s leads to where it says", (text, origin) => {
    expect(readCode(text)).toEqual({ ok: true, destination: { origin, code: secret } });
  });

  test.each([
    ...["", "hello", secret, `lapse.example.org/#${secret}`, "https://lapse.example.org/", "https://#x"],
    ...["https://lapse.example.org/#short", `https://lapse.example.org/x#${secret}`],
    ...[`https://lapse.example.org/?x#${secret}`, `https://lapse.example.org@evil.example/#${secret}`],
    ...[`https://lapse.example.org/#${secret} and more`, `https://lapse.example.org/#${"x".repeat(501)}`],
    ...[`javascript:alert(1)//#${secret}`, `data:text/html,x#${secret}`],
  ])("that is no whole one leads nowhere: %j", (text) => {
    expect(readCode(text)).toMatchObject({ ok: false, problem: expect.stringContaining("not a whole code") });
  });

  test.each([
    ...[`http://lapse.example.org/#${secret}`, `http://127.0.0.1.evil.example/#${secret}`],
    ...[`http://localhost.evil.example/#${secret}`, `ftp://lapse.example.org/#${secret}`],
  ])("never sends without https, but to this computer: %j", (text) => {
    expect(readCode(text)).toMatchObject({ ok: false, problem: expect.stringContaining("without https") });
  });

  test("that is read leads over https or to this computer, whatever was pasted", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), (text) => {
        const read = readCode(text);
        if (!read.ok) return;
        expect(read.destination.origin).toMatch(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?::|$))/);
      }),
    );
  });
});
