/** What a request was for. `click` is the page's own report of a click, `other` anything unknown. */
export type RequestKind = (typeof requestKinds)[number];
// biome-ignore format: a table is easier to read in rows
const requestKinds = [
  "page", "pagination", "tab", "dialog", "withdraw", "ignore", "accept", "asset", "telemetry", "click", "signin", "other",
] as const;

export interface JournalEntry {
  /** Milliseconds, by the replica's clock. */
  readonly at: number;
  readonly member: string | null;
  /** Which of the member's sessions, from 1; it survives a rotated `li_at`. */
  readonly session: number | null;
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  /** 0 while it is not answered, and for one that never is. */
  status: number;
  /** Invitations it named. */
  ids: readonly string[];
  /** What came of it where the status does not say: "withdrawn", a fault's name, "refused: …". */
  outcome: string;
}

// biome-ignore format: a table is easier to read in rows
export const clickedControls = [
  "withdraw", "pending", "confirm", "cancel", "dismiss", "accept", "ignore", "connect", "message",
] as const;
export type ClickedControl = (typeof clickedControls)[number];

/** A click on a control that matters, reported by the page itself as it happens. */
export interface JournalClick {
  readonly at: number;
  readonly member: string | null;
  readonly control: ClickedControl;
  /** The control's aria-label or text. */
  readonly label: string;
  readonly isTrusted: boolean;
  /** False while the handlers are not attached and the href is followed. */
  readonly hydrated: boolean;
}

/** What a test allows beyond reading and withdrawing. */
export interface Allowed {
  readonly ignore?: boolean;
  readonly accept?: boolean;
}

const forbidden: ReadonlySet<ClickedControl | RequestKind> = new Set([
  "accept",
  "ignore",
  "connect",
  "message",
  "other",
]);
const mostEntries = 50_000;

/** Everything the server saw, oldest first. Assertions read this, never the tool's own report. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly clicks: JournalClick[] = [];

  add(entry: JournalEntry): JournalEntry {
    if (this.entries.push(entry) > mostEntries) this.entries.shift();
    return entry;
  }

  addClick(click: JournalClick): void {
    if (this.clicks.push(click) > mostEntries) this.clicks.shift();
  }

  clear(): void {
    this.entries.length = 0;
    this.clicks.length = 0;
  }

  of(kind: RequestKind, member?: string): JournalEntry[] {
    return this.entries.filter((e) => e.kind === kind && (member === undefined || e.member === member));
  }

  /** Every request to withdraw, also the refused ones (see `outcome`). */
  withdrawals(member?: string): JournalEntry[] {
    return this.of("withdraw", member);
  }

  dialogs(member?: string): JournalEntry[] {
    return this.of("dialog", member);
  }

  /** Clicks on a row's Withdraw control, and none else. */
  withdrawClicks(member?: string): JournalClick[] {
    return this.clicks.filter(
      (c) => c.control === "withdraw" && (member === undefined || c.member === member),
    );
  }

  /** Every request to ignore a received invitation, also the refused ones. */
  ignores(member?: string): JournalEntry[] {
    return this.of("ignore", member);
  }

  /** Clicks on a profile's Pending control: the other way to the same dialog. */
  pendingClicks(member?: string): JournalClick[] {
    return this.clicks.filter(
      (c) => c.control === "pending" && (member === undefined || c.member === member),
    );
  }

  /**
   * What no tool of ours may do: a POST of another kind, or Accept, Ignore, Connect, Message clicked or posted.
   * A test of ignoring allows that: `violations("ada-sender", { ignore: true })`.
   */
  violations(member?: string, allowed: Allowed = {}): (JournalEntry | JournalClick)[] {
    const wrong = (what: ClickedControl | RequestKind) =>
      forbidden.has(what) &&
      !(what === "ignore" && allowed.ignore === true) &&
      !(what === "accept" && allowed.accept === true);
    const theirs = (entry: { readonly member: string | null }) =>
      member === undefined || entry.member === member;
    return [
      ...this.entries.filter((e) => theirs(e) && e.method !== "GET" && e.method !== "HEAD" && wrong(e.kind)),
      ...this.clicks.filter((c) => theirs(c) && wrong(c.control)),
    ];
  }

  /** The most requests (assets and click reports aside) within any one second. */
  requestsPerSecond(member?: string): number {
    const counted = this.entries.filter(
      (e) => e.kind !== "asset" && e.kind !== "click" && (member === undefined || e.member === member),
    );
    return mostInWindow(counted, 1000, (window) => window.length);
  }

  /** The most sessions of one member that were in use within any `windowMs`. */
  concurrentSessions(member: string, windowMs = 1000): number {
    const used = this.entries.filter((e) => e.member === member && e.session !== null);
    return mostInWindow(used, windowMs, (window) => new Set(window.map((e) => e.session)).size);
  }
}

/** The highest `measure` over every run of entries that lies within less than `windowMs`. */
function mostInWindow(
  entries: readonly JournalEntry[],
  windowMs: number,
  measure: (window: readonly JournalEntry[]) => number,
): number {
  let first = 0;
  let most = 0;
  entries.forEach((entry, last) => {
    while ((entries[first]?.at ?? entry.at) <= entry.at - windowMs) first++;
    most = Math.max(most, measure(entries.slice(first, last + 1)));
  });
  return most;
}
