import { sentList } from "../list/listKind.ts";
import { troubleOfAddress } from "../visit/verdict.ts";

/** What kind of page an address leads to; the address itself is not told. */
export type AddressKind =
  | "sent"
  | "received"
  | "profile"
  | "login"
  | "checkpoint"
  | "feed"
  | "other"
  | "elsewhere";

/** @param site the origin that was meant; a page of another one is "elsewhere". */
export function kindOfAddress(address: string, site: string): AddressKind {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return "other";
  }
  if (url.origin !== site) return "elsewhere";
  const trouble = troubleOfAddress(address);
  if (trouble !== null) return trouble === "challenged" ? "checkpoint" : "login";
  if (sentList.isAddress(address)) return "sent";
  if (/^\/mynetwork\/invitation-manager(\/|$)/i.test(url.pathname)) return "received";
  if (/^\/in\/[^/]/i.test(url.pathname)) return "profile";
  return /^\/(feed(\/|$)|$)/i.test(url.pathname) ? "feed" : "other";
}

/**
 * A page's language, where what it says is a language, script and region (BCP 47) in at most 12 characters; variants
 * and extensions could be anything.
 */
export function languageTag(said: string): string | null {
  const fits = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(said);
  return fits && said.length <= 12 ? said : null;
}
