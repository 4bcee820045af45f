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
  /** True where the control was found by what it names, not by its words: then the page's data must vouch for it. */
  readonly byStructure: boolean;
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
  const rest = controls.filter((part) => !links.includes(part));
  const known = rest.filter((part) => withdraw.test(nameOf(part)));
  if (known.length === 0 && rest.some((part) => offer.test(nameOf(part)) || offer.test(part.text)))
    return "offer";
  // Of two controls in an unknown language nobody can say which one withdraws.
  const lone = rest.length === 1 ? rest : [];
  const meant = known.length > 0 ? known : lone.filter((part) => namesSomebodyIn(shape, part));
  const act = meant[0];
  // A list item without a person and without an age is furniture of the page.
  const aged = () => shape.parts.some((part) => ageOfLabel(part.text) !== null);
  if (act === undefined && links.length === 0 && !aged()) return "furniture";

  const at = act === undefined ? shape.parts.length : shape.parts.indexOf(act);
  const texts = textsBefore(shape, at, links);
  const named = act === undefined ? null : (withdraw.exec(nameOf(act))?.[1] ?? nameIn(texts, nameOf(act)));
  // What stands before the name (a badge, a picture's description) belongs to the headline, if anywhere.
  const found = named === null ? 0 : texts.findIndex((text) => comparable(text) === comparable(named));
  const name = texts[found] ?? "";
  const others = texts.filter((_, i) => i !== found);
  const hasLabel = found < texts.length - 1;
  const addresses = distinct(links.map((part) => profileAddressOnPage(part.href ?? "")));
  const link = links[0];
  return {
    name: name === "" ? (texts[0] ?? named ?? "") : name,
    headline: (hasLabel ? others.slice(0, -1) : others).join(" "),
    label: hasLabel ? (others.at(-1) ?? null) : null,
    hasNote: shape.parts.some(
      (part, i) => part.kind === "note" || (act !== undefined && i > at && part.kind === "text"),
    ),
    profile: link?.href == null ? null : profilePath(link.href),
    profileHref: link?.href ?? null,
    addresses,
    control: act === undefined ? null : nameOf(act),
    byStructure: known.length === 0,
    trouble: troubleOf(name, meant.length, addresses),
  };
}

/**
 * In a language whose words are not known, the control is the one that carries the row's own name within a longer
 * one ("Retirer l’invitation envoyée à Ada"). Whether it withdraws, the page's own data have to say: see `join.ts`.
 */
function namesSomebodyIn(shape: RowShape, part: RowPart): boolean {
  const texts = textsBefore(shape, shape.parts.indexOf(part), []);
  return part.label !== null && nameIn(texts, part.label) !== null;
}

function nameIn(texts: readonly string[], label: string): string | null {
  const whole = comparable(label);
  const first = texts.find((text) => text.length > 1 && whole.includes(comparable(text)));
  return first !== undefined && comparable(first) !== whole ? first : null;
}

function textsBefore(shape: RowShape, at: number, links: readonly RowPart[]): string[] {
  return shape.parts
    .slice(0, at)
    .filter((part) => part.kind === "text" || links.includes(part))
    .map((part) => part.text)
    .filter((text) => text !== "");
}

function troubleOf(name: string, acts: number, addresses: readonly ProfileAddress[]): string | null {
  if (acts === 0) return "no Withdraw control was recognised in its row";
  if (acts > 1) return "its row has more than one Withdraw control";
  if (name === "") return "its row and its Withdraw control name different people";
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
