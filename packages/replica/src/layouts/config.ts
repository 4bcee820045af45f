import type { Invitation } from "../invitation/invitation.ts";
import type { DialogFault } from "../member/faults.ts";
import type { Rules } from "../member/rules.ts";
import { counterOf } from "./counter.ts";
import type { ListView } from "./layout.ts";
import { scriptJson } from "./markup.ts";
import type { LayoutName } from "./names.ts";
import { receivedBatch, receivedRefs } from "./received.ts";
import type { Strings } from "./strings/table.ts";

/** What differs between the generations in how the page's one script behaves. */
export interface Ways {
  readonly layout: LayoutName;
  readonly batch: number;
  /** Whose request brings more rows: V6's pager, the older one, or the Ember page's. */
  readonly pager: "scribe" | "list" | "voyager";
  readonly loading: "scroll" | "button" | "both" | "pages";
  /** Whether a click from script works, whatever the fault says. */
  readonly syntheticClicks: boolean;
  /** V6: the Enter key on a Withdraw link does nothing (evidence §3). */
  readonly enterIsDead: boolean;
  /** A tab is shown without loading the page. */
  readonly tabsByScript: boolean;
  /** Whether the confirm dialog stays after a withdrawal unless a fault says otherwise. */
  readonly dialogStays: boolean;
  /** Markup of the confirm dialog with `{name}` in it; null where the server is asked for it. */
  readonly dialog: ((view: ListView) => string) | null;
  /** Markup of a toast with `{text}` in it. */
  readonly toast: (view: ListView) => string;
  /** The request that withdraws; null where the dialog's answer brings it. */
  readonly request: ((invitation: Invitation) => WithdrawRequest) | null;
}

/** What confirming posts, and where. */
export interface WithdrawRequest {
  readonly path: string;
  readonly body: object;
}

/** What the page's script has to know of a row. Never part of the imitated page. */
export interface RowRef {
  readonly profileUrn: string;
  readonly name: string;
  readonly slug: string | null;
  /** A `WithdrawRequest`, so encoded that no reader of the page takes an id from it; null where it is fetched. */
  readonly request: string | null;
}

/** What the server tells the page's script. */
export interface PageConfig extends Omit<Ways, "dialog" | "toast" | "request"> {
  readonly screen: ListView["screen"] | "profile";
  readonly hydrationMs: number;
  readonly dialogMode: "showModal" | "openAttribute";
  readonly toastCovering: boolean;
  readonly virtualised: boolean;
  readonly telemetryMs: number | null;
  /** Where the next page starts; null when the printed rows are all. */
  readonly next: number | null;
  /** The counter's number, null where it shows none that falls. */
  readonly counter: number | null;
  /** Of each printed row, in order. */
  readonly rows: readonly RowRef[];
  readonly dialog: {
    readonly html: string;
    readonly rules: Rules<DialogFault>;
    readonly before: number;
  } | null;
  readonly toast: string;
  /** Slugs whose controls stay dead. */
  readonly deadControls: readonly string[];
  /** Which received list it is; null elsewhere. */
  readonly received: "all" | "people" | null;
  /** On a profile: what takes the place of its Pending controls after a withdrawal, encoded. */
  readonly afterwards: string | null;
  readonly strings: Pick<Strings, "locale" | "people"> & { readonly failed: string };
}

export function configFor(view: ListView, ways: Ways): PageConfig {
  const { faults, strings } = view;
  const { dialog, toast, request, ...plain } = ways;
  const invitations = view.screen === "sent" ? view.invitations : [];
  const { loading, leftoverDialog } = faults;
  return {
    ...plain,
    screen: view.screen,
    loading: loading === "as-layout" || ways.loading === "pages" ? ways.loading : loading,
    hydrationMs: faults.hydrationMs,
    syntheticClicks: ways.syntheticClicks || faults.syntheticClicks,
    dialogMode: faults.dialogMode,
    dialogStays: leftoverDialog === "as-layout" ? ways.dialogStays : leftoverDialog === "after-withdrawal",
    toastCovering: faults.toastCovering,
    virtualised: faults.virtualised,
    telemetryMs: faults.telemetryMs,
    next: nextOf(view, ways),
    counter: counterOf(view),
    rows: view.screen === "received" ? receivedRefs(view.people) : refsOf(invitations, ways),
    dialog: dialog === null ? null : { html: dialog(view), rules: faults.dialog, before: view.dialogsBefore },
    toast: toast(view),
    deadControls: faults.deadControls,
    received: view.screen === "received" ? view.filter : null,
    afterwards: null,
    strings: { locale: strings.locale, people: strings.people, failed: strings.toast.failed },
  };
}

function nextOf(view: ListView, { batch, loading }: Ways): number | null {
  if (view.screen === "received") return view.people.length < receivedBatch ? null : receivedBatch;
  if (view.screen !== "sent") return null;
  // A list with pages knows how many there are; one that grows asks until a page is empty.
  return (loading === "pages" ? view.total <= batch : view.invitations.length < batch) ? null : batch;
}

/** The element that the page's script reads its settings from. */
export const configScript = (view: ListView, ways: Ways): string =>
  `<script type="application/json" data-r="config">${scriptJson(configFor(view, ways))}</script>`;

export function refsOf(invitations: readonly Invitation[], { request }: Ways): RowRef[] {
  return invitations.map((invitation) => ({
    profileUrn: invitation.profileUrn,
    name: invitation.name,
    slug: invitation.slug,
    request: request === null ? null : btoa(encodeURIComponent(JSON.stringify(request(invitation)))),
  }));
}
