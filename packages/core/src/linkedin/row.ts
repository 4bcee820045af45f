import { ageOfLabel } from "../invitation/label.ts";
import {
  type ProfileAddress,
  profileAddressOnPage,
  profilePath,
  sameAddress,
} from "../invitation/profile.ts";
import { comparable } from "../plan/text.ts";
import type { RowPart } from "./page/kit.ts";
import type { RowShape } from "./page/rows.ts";

/** A row of the list as it can be understood from the row alone. */
export interface Row {
  readonly name: string;
  readonly headline: string;
  readonly label: string | null;
  readonly hasNote: boolean;
  /** `/in/<slug>` and the raw `href` of the profile link; null without one. */
  readonly profile: string | null;
  readonly profileHref: string | null;
  readonly addresses: readonly ProfileAddress[];
  /** The accessible name of the Withdraw control; null where none was recognised. */
  readonly control: string | null;
  readonly trouble: string | null;
}

const withdraw = /^withdraw(?:n)? invitation sent to (.+)$/i;
const offer =
  /^(?:connect|follow|message|accept|ignore|add)$|^invite .+ to connect$|^(?:follow|accept|ignore|message) /i;

/**
 * Reads one row by meaning: the Withdraw control by its name, the person by the profile link and by the name that
 * control carries, the age as the last text before the control (a headline or a note can say "6 months ago", too).
 * `offer` is a suggestion of somebody to connect with; `furniture` is a list item that holds nobody.
 */
export function readRow(shape: RowShape): Row | "offer" | "furniture" {
  const controls = shape.parts.filter((part) => part.kind === "control");
  const links = controls.filter((part) => part.href !== null && profilePath(part.href) !== null);
  const acts = controls.filter((part) => !links.includes(part) && withdraw.test(nameOf(part)));
  const act = acts[0];
  if (act === undefined && controls.some((part) => offer.test(nameOf(part)) || offer.test(part.text)))
    return "offer";
  // A list item without a person and without an age is furniture of the page.
  if (
    act === undefined &&
    links.length === 0 &&
    !shape.parts.some((part) => ageOfLabel(part.text) !== null)
  ) {
    return "furniture";
  }
  const at = act === undefined ? shape.parts.length : shape.parts.indexOf(act);
  const texts = shape.parts
    .slice(0, at)
    .filter((part) => part.kind === "text" || links.includes(part))
    .map((p) => p.text)
    .filter((text) => text !== "");
  const [name = "", ...rest] = texts;
  const label = rest.at(-1) ?? null;
  const named = act === undefined ? null : (withdraw.exec(nameOf(act))?.[1] ?? null);
  const addresses = distinct(links.map((part) => profileAddressOnPage(part.href ?? "")));
  const link = links[0];
  return {
    name: name === "" ? (named ?? "") : name,
    headline: rest.slice(0, -1).join(" "),
    label,
    hasNote: shape.parts.some(
      (part, i) => part.kind === "note" || (act !== undefined && i > at && part.kind === "text"),
    ),
    profile: link?.href == null ? null : profilePath(link.href),
    profileHref: link?.href ?? null,
    addresses,
    control: act === undefined ? null : nameOf(act),
    trouble: troubleOf(name, named, acts.length, addresses),
  };
}

function troubleOf(
  name: string,
  named: string | null,
  acts: number,
  addresses: readonly ProfileAddress[],
): string | null {
  if (acts === 0) return "no Withdraw control was recognised in its row";
  if (acts > 1) return "its row has more than one Withdraw control";
  if (name === "") return "its row shows no name";
  if (named === null || comparable(named) !== comparable(name))
    return "its row and its Withdraw control name different people";
  if (addresses.length > 1) return "its row links to more than one profile";
  return null;
}

/** The rows among the list items that are invitations. */
export function invitationRows(shapes: readonly RowShape[]): Row[] {
  return shapes.map(readRow).filter((row) => typeof row === "object");
}

function nameOf(part: RowPart): string {
  return part.label ?? part.text;
}

function distinct(addresses: readonly (ProfileAddress | null)[]): ProfileAddress[] {
  const found: ProfileAddress[] = [];
  for (const address of addresses) {
    if (address !== null && !found.some((other) => sameAddress(other, address))) found.push(address);
  }
  return found;
}
