import type { Effect, ShownTab } from "../answers.ts";
import type { PageConfig } from "../config.ts";
import { activate } from "./confirm.ts";
import { type List, listOn, type Row } from "./list.ts";
import { loadOnScroll } from "./loader.ts";
import { post } from "./post.ts";
import { recycle } from "./recycle.ts";
import { tabBody, tabPath } from "./requests.ts";

const workspace = document.querySelector("main#workspace");
const config: PageConfig = JSON.parse(document.querySelector("#page-config")?.textContent ?? "{}");
let mounted = new AbortController();

/** Attaches the handlers to what `<main>` holds now. */
function mount(main: Element, settings: PageConfig): void {
  mounted.abort();
  mounted = new AbortController();
  const list = listOn(main, settings);
  if (list !== null) mountList(main, list, settings, mounted.signal);
  for (const tab of main.querySelectorAll<HTMLAnchorElement>('nav a[href*="/invitation-manager/"]'))
    tab.addEventListener("click", (event) => {
      const name = /\/invitation-manager\/(sent|received)$/.exec(tab.href)?.[1];
      if (name === undefined) return;
      event.preventDefault();
      void show(main, name);
    });
  for (const control of main.querySelectorAll(
    '[componentkey="auto-component-a"], [componentkey="auto-component-i"], [componentkey="auto-component-c"]',
  ))
    if (control instanceof HTMLAnchorElement)
      control.addEventListener("click", (event) => meddle(event, control));
}

function mountList(main: Element, list: List, settings: PageConfig, signal: AbortSignal): void {
  const arrange = settings.virtualised ? recycle(main, list, signal) : () => undefined;
  const done = (effect: Effect) => {
    for (const urn of effect.removed) list.remove(urn);
    list.countDown(effect.fallsBy);
    arrange();
    if (effect.showReceived) void show(main, "received");
  };
  const attach = (rows: readonly Row[]) => {
    for (const row of rows) activate(row, settings, done);
    arrange();
  };
  attach(list.rows);
  loadOnScroll(main, list, settings, attach, signal);
}

/** Shows a tab without loading the page, as the live page does. */
async function show(main: Element, tab: string): Promise<void> {
  const answer = await post<ShownTab>(tabPath(tab), tabBody(tab));
  if (answer.kind === "failed" || !("content" in answer.data)) return;
  main.innerHTML = answer.data.content;
  main.scrollTop = 0;
  history.pushState(null, "", `/mynetwork/invitation-manager/${tab}/`);
  mount(main, answer.data.config);
}

/** Accept, Ignore and Connect do what they say: one more reason never to click them. */
function meddle(event: Event, control: HTMLAnchorElement): void {
  event.preventDefault();
  const what = control.getAttribute("aria-label") ?? "";
  void post(
    "/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.other",
    { what },
  );
}

function hydrate(): void {
  Object.assign(window, { replicaHydrated: true });
  if (workspace !== null) mount(workspace, config);
  for (const overlay of document.querySelectorAll("[data-overlay]"))
    for (const button of overlay.querySelectorAll("button"))
      button.addEventListener("click", () => overlay.remove());
  for (const dialog of document.querySelectorAll("dialog[data-leftover]"))
    for (const button of dialog.querySelectorAll("button"))
      button.addEventListener("click", () => dialog.remove());
  if (config.telemetryMs !== null) setInterval(() => void post("/li/track", {}), config.telemetryMs);
}

for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[data-leftover]")) {
  // As modal as the one it imitates: what lies behind cannot be clicked.
  dialog.close();
  dialog.showModal();
}
if (config.hydrationMs > 0) setTimeout(hydrate, config.hydrationMs);
else hydrate();
