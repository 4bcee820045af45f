import { isLoopback } from "@lapse/browser/memberTab";
import { UsageError } from "./usage.ts";

/** Where LinkedIn is. */
export const linkedIn = "https://www.linkedin.com";

/** Reads what `--site` names: an origin, without a slash at its end. Throws UsageError. */
export function readSite(given: string): string {
  // A name and a password in an address are nobody's to read.
  const text = given.replace(/\/\/[^/@]*@/, "//…@");
  let url: URL;
  try {
    url = new URL(given);
  } catch (cause) {
    throw new UsageError(`--site must be an origin such as https://www.linkedin.com, not "${text}".`, {
      cause,
    });
  }
  const bare =
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === "" &&
    url.username === "" &&
    url.password === "";
  if (!bare || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--site must be an origin such as https://www.linkedin.com, not "${text}".`);
  }
  if (url.protocol === "http:" && !isLoopback(url.origin)) {
    throw new UsageError(
      `--site must use https, as a session may not travel in the clear; "${text}" does not.`,
    );
  }
  return url.origin;
}
