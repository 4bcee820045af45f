const visibleMs = 5000;

/** Its place and markup are invented: nobody has recorded V6's toast (evidence §12). */
export function showToast(text: string, covering: boolean): void {
  const toast = document.createElement("div");
  toast.setAttribute("role", "status");
  toast.toggleAttribute("data-toast", true);
  toast.toggleAttribute("data-covering", covering);
  const words = document.createElement("p");
  words.textContent = text;
  const dismiss = document.createElement("button");
  dismiss.setAttribute("aria-label", "Dismiss");
  dismiss.textContent = "×";
  dismiss.addEventListener("click", () => toast.remove());
  toast.append(words, dismiss);
  document.body.append(toast);
  setTimeout(() => toast.remove(), visibleMs);
}
