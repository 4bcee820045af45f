import type { ListView } from "../layout.ts";
import type { Strings } from "../strings/table.ts";
import type { RowStrings } from "./row.ts";

/** What the server tells the page's script: settings and the references of the printed rows. */
export interface PageConfig {
  readonly screen: "sent" | "received" | "pages";
  readonly hydrationMs: number;
  readonly syntheticClicks: boolean;
  readonly dialogMode: "showModal" | "openAttribute";
  readonly dialogStays: boolean;
  readonly toastCovering: boolean;
  readonly virtualised: boolean;
  readonly telemetryMs: number | null;
  /** Where the next page starts; null when the printed rows are all. */
  readonly next: number | null;
  /** The counter's number, null where it shows none that falls. */
  readonly counter: number | null;
  /** Of each printed row, in order. */
  readonly profileUrns: readonly string[];
  readonly strings: RowStrings & Pick<Strings, "lang" | "people" | "toast">;
}

export function configFor(view: ListView, batch: number): PageConfig {
  const { faults, strings } = view;
  const { lang, people, toast, withdraw, withdrawAria, pictureAria, showMore } = strings;
  const invitations = view.screen === "sent" ? view.invitations : [];
  return {
    screen: view.screen,
    hydrationMs: faults.hydrationMs,
    syntheticClicks: faults.syntheticClicks,
    dialogMode: faults.dialogMode,
    dialogStays: faults.leftoverDialog === "after-withdrawal",
    toastCovering: faults.toastCovering,
    virtualised: faults.virtualised,
    telemetryMs: faults.telemetryMs,
    next: invitations.length < batch ? null : batch,
    counter: counterOf(view),
    profileUrns: invitations.map((invitation) => invitation.profileUrn),
    strings: { lang, people, toast, withdraw, withdrawAria, pictureAria, showMore },
  };
}

/** The number that the counter shows; null where it is missing or no number. */
function counterOf(view: ListView): number | null {
  if (view.screen !== "sent") return null;
  const { pill } = view.faults;
  if (pill === "missing") return null;
  if (pill === "exact") return view.total;
  return "number" in pill ? pill.number : null;
}

/** The counter's text, "People (1,100)"; null for no counter. */
export function counterText(view: ListView): string | null {
  if (view.screen !== "sent" || view.faults.pill === "missing") return null;
  if (view.total === 0 && !view.faults.emptyPill) return null;
  const { pill } = view.faults;
  const number = counterOf(view);
  const shown =
    number === null
      ? typeof pill === "object" && "text" in pill
        ? pill.text
        : ""
      : new Intl.NumberFormat(view.strings.lang).format(number);
  return view.strings.people.replace("{n}", shown);
}
