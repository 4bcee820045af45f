import type { RowPart } from "../page/kit.ts";
import type { RowShape } from "../page/rows.ts";
import { is, says } from "../words/matcher.ts";
import { type ListKind, sentList } from "./listKind.ts";

/** A control beside somebody who was not invited: to connect, or to answer somebody else's invitation. */
export function offers(part: RowPart): boolean {
  return says("offer", nameOf(part)) || [nameOf(part), part.text].some(isOffer);
}

function isOffer(text: string): boolean {
  return is("offer", text) || is("accept", text) || is("ignore", text);
}

/** Whether a control answers an invitation with yes: that is never ours. */
export function accepts(part: RowPart): boolean {
  return says("accept", nameOf(part)) || says("accept", part.text);
}

/** An Ignore control that names nobody is only certain beside the one Accept that it is the other choice to. */
export function aloneBeside(shape: RowShape, act: RowPart | undefined, list: ListKind): string | null {
  if (list === sentList || act === undefined || !is(list.word, nameOf(act))) return null;
  const answers = shape.parts.filter((part) => part.kind === "control" && accepts(part)).length;
  return answers === 1 ? null : "its Ignore control names nobody and stands beside no Accept";
}

/** A row that can be accepted or ignored came from somebody else, whatever it says besides. */
export function answerable(
  rest: readonly RowPart[],
  act: RowPart | undefined,
  list: ListKind,
): string | null {
  const answers = (part: RowPart) => accepts(part) || is("ignore", part.text) || says("ignore", nameOf(part));
  if (list !== sentList || act === undefined) return null;
  return rest.some((part) => part !== act && answers(part))
    ? "its row can be accepted or ignored: it was not sent by the member"
    : null;
}

/** Where else than to a person a row can lead (linkedin/README.md §6). */
export function leadsElsewhere(href: string): boolean {
  return /\/(company|school|showcase|organization|groups|events|newsletters|newsletter)\/[^/?#]/i.test(href);
}

/** What a control is called. */
export function nameOf(part: RowPart): string {
  return part.label ?? part.text;
}
