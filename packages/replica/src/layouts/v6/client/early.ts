// Reports the clicks that matter to the server's journal, before anything else of the page runs.
{
  const controls: Record<string, string> = {
    w: "withdraw",
    a: "accept",
    i: "ignore",
    c: "connect",
    m: "message",
  };
  const controlOf = (element: Element): string | null => {
    const dialog = element.closest("dialog[aria-labelledby=dialog-header]");
    if (dialog !== null) {
      const buttons = [...dialog.querySelectorAll("button")];
      return ["dismiss", "cancel", "confirm"][buttons.indexOf(element as HTMLButtonElement)] ?? null;
    }
    const key = /^auto-component-([waicm])(?:[0-9a-f]{7})?$/.exec(element.getAttribute("componentkey") ?? "");
    return controls[key?.[1] ?? ""] ?? null;
  };
  window.addEventListener(
    "click",
    (event) => {
      const target = event.composedPath()[0];
      const element = target instanceof Element ? target.closest("a,button") : null;
      const control = element === null ? null : controlOf(element);
      if (element === null || control === null) return;
      const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const hydrated = "replicaHydrated" in window;
      navigator.sendBeacon(
        "/replica/click",
        JSON.stringify({ control, label, isTrusted: event.isTrusted, hydrated }),
      );
    },
    true,
  );
}
