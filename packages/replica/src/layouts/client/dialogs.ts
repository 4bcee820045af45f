import type { PageConfig, RowRef, WithdrawRequest } from "../config.ts";
import type { Effect } from "../effect.ts";
import { escaped } from "../markup.ts";
import { type DialogView, dialogMarkup } from "../v6/dialog.ts";
import { around, hooked } from "./hooks.ts";
import { dialogBody, dialogPath, withdrawPath } from "./requests.ts";
import { post } from "./send.ts";
import { showToast } from "./toast.ts";

/** Line `f` of a dialog answer: what to show, and what its confirm button posts. */
interface OpenDialog {
  readonly dialog: DialogView;
  readonly request: object;
}

/** An open dialog's request; a second click on its confirm button does nothing. */
interface Pending {
  readonly request: WithdrawRequest;
  sent: boolean;
}

const opened = new Map<string, Pending>();
let count = 0;

/** Asks the server for the dialog of a row, and shows it. */
export async function fetchDialog(ref: RowRef, config: PageConfig): Promise<void> {
  const answer = await post<OpenDialog>(dialogPath, dialogBody(ref.profileUrn));
  if (answer.kind === "data" && "dialog" in answer.data) {
    const { dialog, request } = answer.data;
    openDialog(dialogMarkup(dialog), { path: withdrawPath(), body: request }, config);
  } else showToast((answer.kind === "data" ? answer.toast : null) ?? config.strings.failed, config);
}

/** Shows the dialog that the page has had from the start. */
export function showDialog({ name, request }: RowRef, html: string, config: PageConfig): void {
  if (request === null) return;
  const decoded: WithdrawRequest = JSON.parse(decodeURIComponent(atob(request)));
  openDialog(
    html.replaceAll("{name}", () => escaped(name)),
    decoded,
    config,
  );
}

function openDialog(html: string, request: WithdrawRequest, config: PageConfig): void {
  const key = String(++count);
  opened.set(key, { request, sent: false });
  const template = document.createElement("template");
  template.innerHTML = html;
  const root = template.content.firstElementChild;
  if (root === null) return;
  root.setAttribute("data-r", `dialog:${key}`);
  (hooked("modals") ?? document.body).append(root);
  if (root instanceof HTMLDialogElement && config.dialogMode === "showModal") {
    root.removeAttribute("open");
    root.showModal();
  } else if (root instanceof HTMLDialogElement) root.open = true;
  else root.querySelector<HTMLElement>('[data-r="cancel"]')?.focus();
}

/** Closes the dialog, or whatever imitates one, around this element. */
export function closeAround(element: Element): void {
  const root = around(element, "dialog") ?? around(element, "leftover");
  if (root !== null) root.remove();
}

/** Escape closes what is no native dialog too. */
export function closeByKey(): void {
  const root = [...document.querySelectorAll('[data-r^="dialog:"]')].at(-1);
  if (root !== undefined && !(root instanceof HTMLDialogElement)) root.remove();
}

/** Confirms in the dialog around this element; tells what came of it. */
export async function confirmAround(
  element: Element,
  config: PageConfig,
  done: (effect: Effect) => void,
): Promise<void> {
  const root = around(element, "dialog");
  const key = (root?.getAttribute("data-r") ?? "").slice("dialog:".length);
  const pending = opened.get(key);
  if (pending === undefined || pending.sent) return;
  pending.sent = true;
  const answer = await post<Effect>(pending.request.path, pending.request.body);
  const said = answer.kind === "data" ? answer.toast : config.strings.failed;
  if (answer.kind === "data" && "removed" in answer.data) done(answer.data);
  if (!config.dialogStays) hooked("dialog", key)?.remove();
  if (said !== null) showToast(said, config);
}
