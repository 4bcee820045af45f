import { layoutNames } from "../layouts/names.ts";
import { type Language, languages } from "../layouts/strings/languages.ts";
import {
  dialogFaults,
  type Faults,
  ignoreFaults,
  pageFaults,
  paginationFaults,
  withdrawFaults,
} from "../member/faults.ts";
import { always, type Rule, type Rules } from "../member/rules.ts";

/** The faults that happen at the n-th request, with their choices: what the control page can switch. */
export const ruleFields = {
  page: { label: "Pages", faults: pageFaults },
  pagination: { label: "More rows", faults: paginationFaults },
  dialog: { label: "Confirm dialog", faults: dialogFaults },
  withdraw: { label: "Withdrawals", faults: withdrawFaults },
  ignore: { label: "Ignoring", faults: ignoreFaults },
} as const;

export const switches = {
  island: "V5 and V4 carry their invitations' ids in a script",
  rotateSession: "li_at rotates with every page",
  noIds: "No invitation ids on the page",
  virtualised: "Rows far away leave the page",
  toastCovering: "Toasts cover the list",
  cookieBanner: "Cookie banner",
  limitBanner: "Weekly-limit banner",
  syntheticClicks: "Clicks from script work too",
} as const satisfies Partial<Record<keyof Faults, string>>;

export const choices = {
  loading: { label: "More rows come by", values: ["as-layout", "scroll", "button", "both"] },
  withdrawnTypo: { label: "“Withdrawn” on the confirm button", values: ["as-layout", "on", "off"] },
  messaging: { label: "Messaging overlay", values: ["absent", "present", "shadow", "covering"] },
  leftoverDialog: { label: "Leftover dialog", values: ["as-layout", "none", "after-withdrawal", "on-load"] },
  dialogMode: { label: "Dialog opens by", values: ["showModal", "openAttribute"] },
  receivedControls: { label: "Ignore and Accept are", values: ["links", "buttons"] },
  peopleYouMayKnow: { label: "People you may know", values: ["when-empty", "never", "always"] },
} as const satisfies Partial<Record<keyof Faults, unknown>>;

/** The layout of the spec, or one in its place. */
export const layoutChoices: readonly string[] = ["as in the spec", ...layoutNames];

/** The language of the spec, or one in its place. */
export const languageChoices: readonly string[] = ["as in the spec", ...languages];

export const pills = ["exact", "missing", "1.2K"] as const;

/** Sets the faults that a form names; what the control page cannot show stays as it is. */
export function applyForm(form: URLSearchParams, faults: Faults): void {
  faults.page = rulesFrom(form, "page", pageFaults);
  faults.pagination = rulesFrom(form, "pagination", paginationFaults);
  faults.withdraw = rulesFrom(form, "withdraw", withdrawFaults);
  faults.ignore = rulesFrom(form, "ignore", ignoreFaults);
  faults.language = languages.find((known): known is Language => known === form.get("language")) ?? null;
  faults.layout = layoutNames.find((known) => known === form.get("layout")) ?? null;
  faults.loading = chosen(form, "loading", choices.loading.values);
  faults.withdrawnTypo = chosen(form, "withdrawnTypo", choices.withdrawnTypo.values);
  faults.deadControls = (form.get("deadControls") ?? "").split(/\s+/).filter((slug) => slug !== "");
  faults.receivedControls = chosen(form, "receivedControls", choices.receivedControls.values);
  const delayMs = milliseconds(form, "dialogDelayMs");
  faults.dialog = [...rulesFrom(form, "dialog", dialogFaults), ...(delayMs > 0 ? [always({ delayMs })] : [])];
  for (const name of switchNames) faults[name] = form.has(name);
  faults.messaging = chosen(form, "messaging", choices.messaging.values);
  faults.leftoverDialog = chosen(form, "leftoverDialog", choices.leftoverDialog.values);
  faults.dialogMode = chosen(form, "dialogMode", choices.dialogMode.values);
  faults.peopleYouMayKnow = chosen(form, "peopleYouMayKnow", choices.peopleYouMayKnow.values);
  const pill = chosen(form, "pill", pills);
  faults.pill = pill === "1.2K" ? { text: pill } : pill;
  faults.identity = form.has("noIdentity") ? "none" : "own";
  faults.autoSwitchReceived = form.has("autoSwitchReceived") ? [always(true)] : [];
  faults.hydrationMs = milliseconds(form, "hydrationMs");
  const ms = milliseconds(form, "latencyMs");
  faults.latency = ms > 0 ? { page: ms, pagination: ms, tab: ms, dialog: ms, withdraw: ms, ignore: ms } : {};
}

const switchNames = [
  "island",
  "rotateSession",
  "noIds",
  "virtualised",
  "toastCovering",
  "cookieBanner",
  "limitBanner",
  "syntheticClicks",
] as const;

function rulesFrom<F extends string>(form: URLSearchParams, name: string, faults: readonly F[]): Rules<F> {
  const fault = faults.find((known) => known === form.get(name));
  if (fault === undefined) return [];
  const rule: Rule<F> = { fault, from: Math.max(1, wholeNumber(form, `${name}From`)) };
  const times = wholeNumber(form, `${name}Times`);
  return [times > 0 ? { ...rule, times } : rule];
}

const chosen = <T extends string>(form: URLSearchParams, name: string, values: readonly [T, ...T[]]): T =>
  values.find((value) => value === form.get(name)) ?? values[0];

const milliseconds = (form: URLSearchParams, name: string) => Math.min(60_000, wholeNumber(form, name));

function wholeNumber(form: URLSearchParams, name: string): number {
  const number = Number.parseInt(form.get(name) ?? "", 10);
  return Number.isFinite(number) && number > 0 ? number : 0;
}
