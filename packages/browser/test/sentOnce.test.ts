import type { Protocol } from "puppeteer-core";
import { expect, test } from "vitest";
import { wasSentOnce } from "../src/network.ts";

/** As Chromium gives them, ms since the request began; minus one where nothing of the kind was needed. */
function answered(sendStart: number, waited: number, connectStart = -1): boolean {
  const times = { proxyStart: -1, dnsStart: connectStart, connectStart, sendStart, sendEnd: sendStart };
  return wasSentOnce({ ...times, receiveHeadersEnd: sendStart + waited } as Protocol.Network.ResourceTiming);
}

test("a request that was sent, or began to connect, at once was sent once", () => {
  expect(answered(0.42, 0.41)).toBe(true);
  expect(answered(3, 40)).toBe(true);
  expect(answered(48, 40, 0.3)).toBe(true);
});

test("one may have been sent twice that took as long to begin as an answer takes", () => {
  expect(answered(45, 40)).toBe(false);
  expect(answered(80, 40, 41)).toBe(false);
  expect(wasSentOnce(undefined)).toBe(false);
});
