import type { Marks } from "../layouts/marks.ts";
import type { Aim } from "./aim.ts";
import { makeControls } from "./kit/controls.ts";
import { makeCounters } from "./kit/counters.ts";
import { makeFrame } from "./kit/frame.ts";
import { makeNotices } from "./kit/notices.ts";
import { makeParts } from "./kit/parts.ts";
import { makePointer } from "./kit/pointer.ts";
import { makeProfile } from "./kit/profile.ts";
import { makeRows } from "./kit/rows.ts";
import { makeViewer } from "./kit/viewer.ts";
import type { RowShape } from "./rows.ts";

/** One text or control of a row, in document order. */
export interface RowPart {
  readonly kind: "text" | "note" | "control";
  /** Text as shown, spaces folded. */
  readonly text: string;
  /** Of a control: its `aria-label`, raw `href` and tag; null elsewhere. */
  readonly label: string | null;
  readonly href: string | null;
  readonly tag: string;
  readonly dead: boolean;
  /** Of a control: whether it is one that acts (withdraws, on the Sent list), by an attribute or by its words. */
  readonly act: boolean;
  /** Where it stands in its row: position and tag of its ancestors and itself, "0div 1div 0p". */
  readonly place: string;
  /** How a text is styled: the classes of the nearest element in its row that has any, itself or around it. */
  readonly look: string;
}

/** What a document says of who is signed in, as it is now. */
export interface Viewer {
  /** Which document it is: when it began, ms since 1970; another load of the same page is another one. */
  readonly document: number;
  readonly url: string;
  /** Raw hrefs to profiles in the page's frame (header, navigation), where one's own profile is linked. */
  readonly frame: readonly string[];
  /** Slugs that the page's data give the viewer. */
  readonly data: readonly string[];
}

/** What our scripts in the page share. Each part is made by one function, which travels to the page as source. */
export interface Kit {
  readonly purpose: Marks["purpose"];
  // frame
  main(): Element | null;
  /** Where rows are looked for: the main part, or the whole body of a page that has none. */
  scope(): Element | null;
  shown(element: Element): boolean;
  clean(text: string | null): string;
  /** Whether a test against robots is shown (linkedin/README.md §7). */
  captcha(): boolean;
  /** Whether an element is part of what frames a list: navigation, aside, footer, header, a dialog. */
  framed(element: Element): boolean;
  // controls
  /** What can be pressed, the outermost where one stands in another. */
  controls(within: Element): Element[];
  /** Its accessible name. */
  name(control: Element): string;
  dead(control: Element): boolean;
  acts(control: Element): boolean;
  inNote(element: Element): boolean;
  /** Open dialogs, native or by role, that are shown. */
  dialogs(): Element[];
  heading(dialog: Element): string;
  /** Controls after the last row that load more rows or turn the page, dead ones included. */
  movers(which: Mover): Element[];
  // rows
  rows(): Element[];
  /** For each row, which list it stands in, counted from 0. */
  groups(rows: readonly Element[]): number[];
  // parts
  parts(row: Element): RowPart[];
  // counters
  counters(): string[];
  // pointer
  /** Where to press a control, if it is what lies under the pointer there. */
  aimAt(control: Element, row: RowShape | null): Aim;
  /** Makes it possible to scroll a control away from the foot of the window. */
  makeRoom(control: Element): void;
  watchClick(control: Element): void;
  // profile
  /** The main headings of the page, outside of what frames it. */
  headings(): Element[];
  /** The card of the person whose page it is: what stands around the one main heading. */
  topCard(): Element | null;
  /** Controls that say what `marks.actWords` says, in name or text, wherever they lead. */
  pendingControls(): Element[];
  /** Raw hrefs of the profiles that are linked in the same list item. */
  besides(control: Element): string[];
  // notices
  notices(): string[];
  // viewer
  viewer(): Viewer;
  /** Slugs that a text of the page's data gives the viewer. */
  viewerSlugs(script: string): string[];
}

export type Mover = "more" | "next" | "previous";

const makers = [
  makeFrame,
  makeControls,
  makeRows,
  makeParts,
  makeCounters,
  makePointer,
  makeNotices,
  makeProfile,
  makeViewer,
];

/** The source of an expression that makes a kit. What it is made of may use nothing but its two parameters. */
export function kitSource(marks: Marks): string {
  const sources = makers.map((make) => `(${make})`).join(",");
  const together = `[${sources}].reduce((kit, make) => Object.assign(kit, make(kit, marks)), {})`;
  return `((marks) => ${together})(${JSON.stringify(marks)})`;
}
