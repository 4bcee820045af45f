import { ageOfLabel } from "../../invitation/label.ts";
import {
  type ProfileAddress,
  profileAddressOnPage,
  profilePath,
  sameAddress,
} from "../../invitation/profile.ts";
import { comparable } from "../../plan/text.ts";
import type { RowPart } from "../page/kit.ts";
import type { RowShape } from "../page/rows.ts";
import { is } from "../words/matcher.ts";
import { type ListKind, nameInControl, receivedList, sentList } from "./listKind.ts";
import { accepts, aloneBeside, answerable, leadsElsewhere, nameOf, offers } from "./rowControls.ts";

/** A row of the list as it can be understood from the row alone. */
export interface Row {
  readonly name: string;
  readonly headline: string;
  readonly label: string | null;
  /** Where in its row the label stands, how it is styled, and whether an element says that it is a time. */
  readonly labelAt: { readonly place: string; readonly look: string; readonly time: boolean } | null;
  /** Texts of the row before its label, but for the name. */
  readonly texts: readonly string[];
  readonly hasNote: boolean;
  /** `/in/<slug>` and the raw `href` of the profile link; null without one. */
  readonly profile: string | null;
  readonly profileHref: string | null;
  readonly addresses: readonly ProfileAddress[];
  /** False where it leads to an event, a page, a newsletter or a group. */
  readonly person: boolean;
  /** The accessible name of the control that is ours to press; null where none was recognised. */
  readonly control: string | null;
  /** True where the control was found by what it names, not by its words: then the page's data must vouch for it. */
  readonly byStructure: boolean;
  readonly trouble: string | null;
}

/**
 * Reads one row by meaning: the control that withdraws (or ignores) by its words or by an attribute that says so, the person by the
 * profile link and by the name that control carries, the age by its `<time>` or else as the last text before the
 * control (a headline or a note can say "6 months ago", too). `offer` is a suggestion of somebody to connect with;
 * `furniture` is a list item that holds nobody. With `byStructure` no control is known by its words, and a row's only
 * control is taken where it carries the row's own name.
 */
export function readRow(
  shape: RowShape,
  byStructure = false,
  list: ListKind = sentList,
): Row | "offer" | "furniture" {
  const controls = shape.parts.filter((part) => part.kind === "control");
  const links = controls.filter((part) => part.href !== null && profilePath(part.href) !== null);
  const rest = controls.filter((part) => !links.includes(part));
  // A person's name can be the word for Ignore: what says Accept is never ours, whatever else it says.
  const known = rest.filter((part) => part.act && !(list === receivedList && accepts(part)));
  // Of two controls in an unknown language nobody can say which one withdraws.
  const lone = byStructure && rest.length === 1 ? rest : [];
  const meant =
    known.length > 0 ? known : lone.filter((part) => !offers(part) && namesSomebodyIn(shape, part));
  const act = meant[0];
  if (act === undefined) {
    const answerable = list === receivedList && rest.some(accepts);
    if (!answerable && rest.some(offers)) return "offer";
    // A list item without a person and without an age is furniture of the page.
    if (links.length === 0 && !shape.parts.some((part) => ageOfLabel(part.text) !== null)) return "furniture";
  }
  return rowOf(shape, links, meant, known.length === 0, list);
}

function rowOf(
  shape: RowShape,
  links: readonly RowPart[],
  meant: readonly RowPart[],
  byStructure: boolean,
  list: ListKind,
): Row {
  const act = meant[0];
  const at = act === undefined ? shape.parts.length : shape.parts.indexOf(act);
  const before = partsBefore(shape, at, links);
  const found = act === undefined ? 0 : nameAt(before, nameOf(act), links, list);
  const times = before.filter((part) => part.tag === "time" && part.kind === "text");
  const others = before.filter((_, i) => i !== found);
  // Of two times in one row nobody can say which is meant; without one, the last text before the control is.
  const label =
    times.length === 1 ? times[0] : times.length > 1 ? undefined : untimed(others, before, found, list);
  const labelled = label === undefined ? shape.parts.length : shape.parts.indexOf(label);
  const addresses = distinct(links.map((part) => profileAddressOnPage(part.href ?? "")));
  const link = links[0];
  const name = before[found]?.text ?? "";
  const texts = others.filter((part) => label === undefined || before.indexOf(part) < before.indexOf(label));
  const isNote = (part: RowPart, i: number) =>
    part.kind === "note" ||
    (part.kind === "text" && ((act !== undefined && i > at) || (times.length === 1 && i > labelled)));
  return {
    name: name === "" ? (before[0]?.text ?? "") : name,
    headline: texts.map((part) => part.text).join(" "),
    texts: texts.map((part) => part.text),
    label: label?.text ?? null,
    labelAt: label === undefined ? null : { place: label.place, look: label.look, time: times.length === 1 },
    hasNote: shape.parts.some(isNote),
    profile: link?.href == null ? null : profilePath(link.href),
    profileHref: link?.href ?? null,
    addresses,
    person: !shape.parts.some((part) => part.kind === "control" && leadsElsewhere(part.href ?? "")),
    control: act === undefined ? null : nameOf(act),
    byStructure,
    trouble: troubleOf(name, meant.length, addresses, list) ?? beside(shape, links, act, list),
  };
}

function beside(
  shape: RowShape,
  links: readonly RowPart[],
  act: RowPart | undefined,
  list: ListKind,
): string | null {
  const rest = shape.parts.filter((part) => part.kind === "control" && !links.includes(part));
  return aloneBeside(shape, act, list) ?? answerable(rest, act, list);
}

/**
 * A received row can say after its age whom one knows in common [I]: there the age is the one text that reads as one,
 * where the last does not.
 */
function untimed(
  others: readonly RowPart[],
  before: readonly RowPart[],
  found: number,
  list: ListKind,
): RowPart | undefined {
  const shown = last(others, before, found);
  if (list === sentList || shown === undefined || ageOfLabel(shown.text) !== null) return shown;
  const ages = others.filter((part) => before.indexOf(part) > found && ageOfLabel(part.text) !== null);
  return ages.length === 1 ? ages[0] : shown;
}

/** The last text, if any stands after the name: what stands before it (a badge) is no age. */
function last(others: readonly RowPart[], before: readonly RowPart[], found: number): RowPart | undefined {
  return found < before.length - 1 ? others.at(-1) : undefined;
}

/** Which of the texts before the control is the person's name; -1 where row and control name different people. */
function nameAt(
  before: readonly RowPart[],
  label: string,
  links: readonly RowPart[],
  list: ListKind,
): number {
  if (is(list.word, label)) {
    // The control names nobody: the name is what the profile link says, or the first text of the row.
    const linked = before.findIndex((part) => links.includes(part));
    return linked >= 0 ? linked : before.length > 0 ? 0 : -1;
  }
  const named = nameInControl(list, label) ?? nameIn(before, label);
  return named === null ? -1 : before.findIndex((part) => comparable(part.text) === comparable(named));
}

/**
 * In a language whose words are not known, the control is the one that carries the row's own name within a longer
 * one ("Retirer l’invitation envoyée à Ada"). Whether it withdraws, the page's own data have to say: see `join.ts`.
 */
function namesSomebodyIn(shape: RowShape, part: RowPart): boolean {
  return (
    part.label !== null && nameIn(partsBefore(shape, shape.parts.indexOf(part), []), part.label) !== null
  );
}

/** The longest text that stands within a longer label. */
function nameIn(before: readonly RowPart[], label: string): string | null {
  const whole = comparable(label);
  const held = before
    .map((part) => part.text)
    .filter((text) => text.length > 1 && whole.includes(comparable(text)) && comparable(text) !== whole);
  return held.reduce<string | null>((long, text) => (text.length > (long?.length ?? 0) ? text : long), null);
}

function partsBefore(shape: RowShape, at: number, links: readonly RowPart[]): RowPart[] {
  return shape.parts
    .slice(0, at)
    .filter((part) => (part.kind === "text" || links.includes(part)) && part.text !== "");
}

function troubleOf(
  name: string,
  acts: number,
  addresses: readonly ProfileAddress[],
  { control }: ListKind,
): string | null {
  if (acts === 0) return `no ${control} control was recognised in its row`;
  if (acts > 1) return `its row has more than one ${control} control`;
  if (name === "") return `its row and its ${control} control name different people`;
  if (addresses.length > 1) return "its row links to more than one profile";
  return null;
}

/** The list items that hold, or should hold, an invitation; and how many hold nothing that is understood. */
export interface FoundRows {
  readonly rows: readonly Row[];
  readonly furniture: number;
}

/**
 * The rows among the list items that are invitations. Where some are known by their control, a list item of another
 * list that has none is no invitation (suggestions stand below); one of the same list is an invitation not understood.
 */
export function invitationRows(shapes: readonly RowShape[], list: ListKind = sentList): FoundRows {
  const acts = (shape: RowShape) => shape.parts.some((part) => part.act);
  const groups = new Set(shapes.filter(acts).map((shape) => shape.group));
  // Beside Accept nothing but its words can tell which control ignores.
  const byStructure = groups.size === 0 && list === sentList;
  const own = groups.size === 0 ? shapes : shapes.filter((shape) => groups.has(shape.group));
  const read = own.map((shape) => readRow(shape, byStructure, list));
  return {
    rows: read.filter((row) => typeof row === "object"),
    furniture: read.filter((row) => row === "furniture").length,
  };
}

function distinct(addresses: readonly (ProfileAddress | null)[]): ProfileAddress[] {
  const found: ProfileAddress[] = [];
  for (const address of addresses) {
    if (address !== null && !found.some((other) => sameAddress(other, address))) found.push(address);
  }
  return found;
}
