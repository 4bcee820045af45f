import type { ShownTab } from "../answers.ts";
import type { PageConfig } from "../config.ts";
import type { Effect } from "../effect.ts";
import { closeAround, closeByKey, confirmAround } from "./dialogs.ts";
import { allHooked, around, type Hook, hooked, hookOf } from "./hooks.ts";
import { listWith } from "./list.ts";
import { loaderFor } from "./loader.ts";
import { answerInvitation } from "./received.ts";
import { recycle } from "./recycle.ts";
import { otherPath, tabBody, tabPath } from "./requests.ts";
import { askerFor } from "./row-clicks.ts";
import { post, sendAs } from "./send.ts";

/** What the page shows now; another tab brings another. */
function mountedWith(config: PageConfig) {
  const list = listWith(config);
  const arrange = config.virtualised && config.screen === "sent" ? recycle(list) : () => undefined;
  const loader = loaderFor(list, config, arrange);
  arrange();
  if (config.screen === "sent" || config.screen === "received") loader.scrolled(false);
  return { config, list, arrange, loader, asker: askerFor(list, config) };
}

const first: PageConfig = JSON.parse(hooked("config")?.textContent ?? "{}");
sendAs(first.layout);
let mounted: ReturnType<typeof mountedWith>;

const counts = (event: Event) => event.isTrusted || mounted.config.syntheticClicks;

function clicked(event: MouseEvent): void {
  const hook = hookOf(event);
  if (hook === null) return;
  const { list, asker, loader, config } = mounted;
  switch (hook.role) {
    case "w":
    case "p": {
      const row = list.find(hook.key);
      if (hook.role === "w" && config.deadControls.includes(row?.ref.slug ?? "")) return;
      event.preventDefault();
      if (row !== undefined && counts(event)) asker.ask(row);
      return;
    }
    case "confirm":
      if (counts(event)) void confirmAround(hook.element, config, done);
      return;
    case "dismiss":
    case "cancel":
      if (counts(event)) closeAround(hook.element);
      return;
    default:
      clickedElsewhere(event, hook, loader);
  }
}

function clickedElsewhere(event: MouseEvent, hook: Hook, loader: typeof mounted.loader): void {
  switch (hook.role) {
    case "more":
      loader.more();
      return;
    case "next":
    case "previous":
      loader.turn(hook.role);
      return;
    case "close":
      around(hook.element, "overlay")?.remove();
      around(hook.element, "toast")?.remove();
      return;
    case "tab":
      if (!mounted.config.tabsByScript) return;
      event.preventDefault();
      void show(hook.key);
      return;
    case "a":
    case "i": {
      const { received, deadControls } = mounted.config;
      const row = received === null ? undefined : mounted.list.find(hook.key);
      if (deadControls.includes(row?.ref.slug ?? "")) return;
      event.preventDefault();
      if (row === undefined || !counts(event)) return;
      const act = hook.role === "i" ? "ignore" : "accept";
      return void answerInvitation(row, act, mounted.config, done);
    }
    case "c":
    case "m":
      // Connect and Message do what they say: one more reason never to click them.
      event.preventDefault();
      void post(otherPath, { what: hook.element.getAttribute("aria-label") ?? "" });
  }
}

function done(effect: Effect): void {
  for (const urn of effect.removed) mounted.list.remove(urn);
  mounted.list.countDown(effect.fallsBy);
  mounted.arrange();
  const { afterwards } = mounted.config;
  if (afterwards !== null && effect.removed.length > 0)
    for (const control of allHooked("p:0")) control.outerHTML = decodeURIComponent(atob(afterwards));
  if (effect.showReceived) void show("received");
}

/** Shows a tab without loading the page, as the live page does; older pages load it. */
async function show(tab: string): Promise<void> {
  const path = `/mynetwork/invitation-manager/${tab}/`;
  if (!mounted.config.tabsByScript) {
    location.href = path;
    return;
  }
  const answer = await post<ShownTab>(tabPath(tab), tabBody(tab));
  const main = hooked("main");
  if (answer.kind === "failed" || !("content" in answer.data) || main === null) return;
  main.innerHTML = answer.data.content;
  main.scrollTop = 0;
  history.pushState(null, "", path);
  mounted.loader.stop();
  mounted = mountedWith(answer.data.config);
}

function keyed(event: KeyboardEvent): void {
  if (event.key === "Escape") closeByKey();
  // Enter on the link does nothing on the live page (evidence §3), not even to follow it.
  if (event.key === "Enter" && mounted.config.enterIsDead && hookOf(event)?.role === "w")
    event.preventDefault();
}

function hydrate(): void {
  mounted = mountedWith(first);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", keyed);
  document.addEventListener("scroll", scrolled, true);
  document.addEventListener(
    "close",
    ({ target }) => {
      // One that is shown again meanwhile has only been made modal.
      if (target instanceof HTMLDialogElement && !target.open) closeAround(target);
    },
    true,
  );
  Object.assign(window, {
    replicaHydrated: true,
    replicaAsks: (event: Event, key: string) =>
      mounted.config.dialog !== null && counts(event) ? (mounted.list.find(key)?.ref.profileUrn ?? "") : "",
  });
  if (first.telemetryMs !== null) setInterval(() => void post("/li/track", {}), first.telemetryMs);
}

function scrolled(event: Event): void {
  if (!event.isTrusted) return;
  mounted.arrange();
  mounted.loader.scrolled(true);
}

for (const dialog of allHooked("leftover"))
  if (dialog instanceof HTMLDialogElement) {
    // As modal as the one it imitates: what lies behind cannot be clicked.
    dialog.close();
    dialog.showModal();
  }
if (first.hydrationMs > 0) setTimeout(hydrate, first.hydrationMs);
else hydrate();
