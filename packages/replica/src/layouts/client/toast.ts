import type { PageConfig } from "../config.ts";
import { escaped } from "../markup.ts";
import { hooked } from "./hooks.ts";

const visibleMs = 5000;
let shown = 0;

/** Its place and markup are invented for V6: nobody has recorded that one (evidence §12). Toasts stack. */
export function showToast(text: string, config: PageConfig): void {
  const key = ++shown;
  const template = document.createElement("template");
  template.innerHTML = config.toast.replaceAll("{text}", () => escaped(text));
  const toast = template.content.firstElementChild;
  if (toast === null) return;
  toast.setAttribute("data-r", `toast:${key}`);
  toast.toggleAttribute("data-covering", config.toastCovering);
  (hooked("toasts") ?? document.body).append(toast);
  setTimeout(() => hooked("toast", key)?.remove(), visibleMs);
}
