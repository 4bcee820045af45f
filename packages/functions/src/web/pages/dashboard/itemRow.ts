import type { DashboardItem } from "@lapse/core/dashboard/item";
import { profileUrl } from "@lapse/core/dashboard/profileUrl";
import { dayOf } from "@lapse/core/digest/day";
import { shortened, visible } from "@lapse/core/wording/printable";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { person, unseenName } from "./person.ts";

export interface RowContext {
  /** The member's time zone. */
  readonly timezone: string;
  /** ms since 1970. */
  readonly now: number;
  /** Whether one may be withdrawn at once: connected, started and not paused. */
  readonly acting: boolean;
  /** The query of the place that a button leads back to; empty, or with its question mark. */
  readonly back: string;
}

const longestReason = 400;

/** One invitation: who, when and why, and the one thing that can be done about it. */
export function itemRow(item: DashboardItem, context: RowContext): Markup {
  const reason = shortened(visible(item.reason), longestReason);
  return html`<li><span class="who">${person(item.ref)}</span><span class="why">${whenInWords(item, context)}${reason}${now(item, context)}</span>${act(item, context)}</li>
`;
}

function whenInWords({ state, on }: DashboardItem, { timezone, now }: RowContext): string {
  if (on === null) return "";
  const day = dayOf(on, timezone, now).short;
  switch (state) {
    case "due":
      return `From ${day} at the earliest. `;
    case "fresh":
      return `Old enough on ${day}. `;
    case "withdrawn":
      return `Withdrawn on ${day}. `;
    case "answered":
      return `Gone since ${day}. `;
    case "ignored":
    case "unproved":
    case "failed":
      return `${day}: `;
    case "kept":
    case "unreadable":
      return "";
  }
}

/** Beside the button that keeps: whoever cannot wait gets there, and is asked first. */
function now({ state, key, ref, act: { kind } }: DashboardItem, { acting }: RowContext): Markup | "" {
  const open = acting && (state === "due" || state === "fresh") && kind === "keep";
  if (!open || key === null || ref.profile === null || ref.direction === "received") return "";
  return html` <a href="${withdrawNowAt(key)}">Withdraw now${unseenName(ref)}</a>`;
}

function withdrawNowAt(key: string): string {
  return `/withdraw-now?key=${encodeURIComponent(key)}`;
}

function act({ key, ref, act: what }: DashboardItem, { back }: RowContext): Markup | "" {
  switch (what.kind) {
    case "keep":
      return key === null ? "" : button(`/keep-one${back}`, "key", key, html`Keep${unseenName(ref)}`);
    case "unkeep":
      return key === null ? "" : button(`/unkeep-one${back}`, "key", key, html`Un-keep${unseenName(ref)}`);
    case "unkeep-word":
      return button(`/unkeep-word${back}`, "word", what.word, html`Un-keep “<bdi>${what.word}</bdi>”`);
    case "withdraw":
      return key === null ? "" : link(withdrawNowAt(key), html`Withdraw now${unseenName(ref)}`);
    case "open": {
      const url = profileUrl(ref.profile);
      return url === null
        ? ""
        : link(url, html`Open profile<span class="unseen"> of</span>${unseenName(ref)}`);
    }
    case "look":
      return html`<form method="post" action="/look"><button type="submit" class="outline">Look again</button></form>`;
    case "none":
      return "";
  }
}

function button(action: string, name: string, value: string, label: Markup): Markup {
  return html`<form method="post" action="${action}"><button type="submit" class="outline" name="${name}" value="${value}">${label}</button></form>`;
}

function link(href: string, label: Markup): Markup {
  return html`<span class="act"><a href="${href}"${href.startsWith("/") ? "" : html` rel="noreferrer"`}>${label}</a></span>`;
}
