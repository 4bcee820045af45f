// Reports the clicks that matter to the server's journal, before anything else of the page runs.
{
  const controls: Readonly<Record<string, string>> = {
    w: "withdraw",
    a: "accept",
    i: "ignore",
    p: "pending",
    c: "connect",
    m: "message",
    dismiss: "dismiss",
    cancel: "cancel",
    confirm: "confirm",
  };
  const inDialog = new Set(["dismiss", "cancel", "confirm"]);
  window.addEventListener(
    "click",
    (event) => {
      const target = event.composedPath()[0];
      const element = target instanceof Element ? target.closest("[data-r]") : null;
      const [role = "", row = ""] = (element?.getAttribute("data-r") ?? "").split(":");
      const control = controls[role];
      if (element === null || control === undefined) return;
      if (inDialog.has(role) && element.closest('[data-r^="dialog:"]') === null) return;
      const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const hydrated = "replicaHydrated" in window;
      // Whose dialog a page that has it already shows now: the server counts it, and may let the person accept.
      const asks: unknown = Reflect.get(window, "replicaAsks");
      const profileUrn = role === "w" && typeof asks === "function" ? String(asks(event, row)) : "";
      navigator.sendBeacon(
        "/replica/click",
        JSON.stringify({ control, label, isTrusted: event.isTrusted, hydrated, profileUrn }),
      );
    },
    true,
  );
}
