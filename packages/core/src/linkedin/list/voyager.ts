import { addressOfSlug } from "../../invitation/profile.ts";
import type { DataEntry } from "./island.ts";

/**
 * The invitations in an answer of `sentInvitationViewsV2` in its normalised shape, which Ember pages also carry in a
 * `<code>` element (linkedin/README.md §3, fixtures/voyager). Each object stands by itself under `included` and names
 * others by their `entityUrn`. An e-mail invitee has no member, and so no address and no name. In the order of the
 * answer; empty where the text is none of that kind.
 */
export function voyagerEntries(text: string): DataEntry[] {
  if (!text.includes("nvitation") || !text.includes("included")) return [];
  const objects = includedIn(text);
  const sent = /sentInvitationView/i.test(text) && !/"invitationType"\s*:\s*"RECEIVED"/.test(text);
  const byUrn = new Map(objects.map((object) => [urnOf(object), object]));
  return objects.flatMap((object) => {
    const id = /^urn:li:(?:fs_rel|fsd_)?invitation:(\d{15,20})$/i.exec(urnOf(object))?.[1];
    if (id === undefined || !/\bInvitation$/.test(word(object, "$type"))) return [];
    const member = inviteeOf(object, byUrn);
    const slugs = member === undefined ? [] : [word(member, "publicIdentifier"), lastPart(urnOf(member))];
    return [
      {
        id,
        addresses: slugs.map(addressOfSlug).filter((address) => address !== null),
        name: member === undefined ? "" : `${word(member, "firstName")} ${word(member, "lastName")}`.trim(),
        withdrawable: sent || word(object, "invitationType") === "SENT",
        hasNote: object["customMessage"] === true || word(object, "message") !== "",
      },
    ];
  });
}

/** Whom an invitation names: `*toMember` in the older answers, `*inviteeMember` in those after them [I]. */
function inviteeOf(object: Included, byUrn: ReadonlyMap<string, Included>): Included | undefined {
  const named = Object.keys(object)
    .filter((key) => /^\*(to|invitee)/.test(key))
    .map((key) => byUrn.get(word(object, key)))
    .filter((member) => member !== undefined && word(member, "publicIdentifier") !== "");
  return new Set(named).size === 1 ? named[0] : undefined;
}

type Included = Readonly<Record<string, unknown>>;

function includedIn(text: string): Included[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.trim());
  } catch {
    return [];
  }
  const included = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "included") : null;
  const isObject = (each: unknown): each is Included => typeof each === "object" && each !== null;
  return Array.isArray(included) ? included.filter(isObject) : [];
}

const urnOf = (object: Included) => word(object, "entityUrn");
const lastPart = (urn: string) => urn.split(":").at(-1) ?? "";

function word(object: Included, key: string): string {
  const value = object[key];
  return typeof value === "string" ? value : "";
}
