import { createHash } from "node:crypto";
import type { ItemKey } from "./partition.ts";

/** What stands for an address in keys and cookies: it is not an address, and two spellings of one are the same. */
export function emailHash(email: string): string {
  return createHash("sha256").update(email.normalize("NFC").toLowerCase()).digest("hex");
}

export const emailPk = (hash: string): string => `email#${hash}`;

/** One address is one item, so that two sign-ups with it in the same instant make one member. */
export function emailKey(email: string): ItemKey {
  return { pk: emailPk(emailHash(email)), sk: "email" };
}
