import type { Kit, RowPart } from "./kit.ts";

export interface RowShape {
  readonly parts: readonly RowPart[];
}

/** Every row that is in the document, in one evaluation: one call costs 13 ms for 1,000 rows, one per field 10 s. */
export function readRows(kit: Kit, from: number): RowShape[] {
  return kit
    .rows()
    .slice(from)
    .map((row) => ({ parts: kit.parts(row) }));
}

/** Enough of the list to compare it with itself a moment later. */
export interface RollCall {
  readonly url: string;
  /** One string for each row: where its first profile link leads and what its controls are called. */
  readonly rows: readonly string[];
  readonly counters: readonly string[];
  readonly dialogs: number;
  readonly captcha: boolean;
  /** Texts of what speaks up on a page: toasts, alerts, statuses. */
  readonly notices: readonly string[];
}

export function callRoll(kit: Kit): RollCall {
  const main = kit.main();
  const keyOf = (row: Element) =>
    kit
      .controls(row)
      .filter((control) => control.closest('[data-testid="expandable-text-box"]') === null)
      .map((control) => `${control.getAttribute("href") ?? ""}|${control.getAttribute("aria-label") ?? ""}`)
      .join("\n");
  return {
    url: location.href,
    rows: kit.rows().map(keyOf),
    counters: [...(main?.querySelectorAll('a[href*="/sent/CONNECTION"]') ?? [])]
      .filter(kit.shown)
      .map((e) => kit.clean(e.textContent)),
    dialogs: kit.dialogs().length,
    captcha:
      document.querySelector("#captcha-internal") !== null ||
      [...document.querySelectorAll("iframe")].some(
        (f) => /arkoselabs|funcaptcha|captcha/i.test(f.src + f.title) && kit.shown(f),
      ),
    notices: kit.notices(),
  };
}
