import type { Effect, OpenDialog } from "../answers.ts";
import { classes } from "../classes.ts";
import type { PageConfig } from "../config.ts";
import { dialogContent } from "../dialog.ts";
import type { Row } from "./list.ts";
import { post } from "./post.ts";
import { dialogBody, dialogPath, withdrawPath } from "./requests.ts";
import { showToast } from "./toast.ts";

/** Makes a row's Withdraw control ask for the dialog, and its confirm button withdraw. */
export function activate(row: Row, config: PageConfig, done: (effect: Effect) => void): void {
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    const answer = await post<OpenDialog>(dialogPath, dialogBody(row.profileUrn));
    asking = false;
    if (answer.kind === "data" && "dialog" in answer.data) open(answer.data, config, done);
    else
      showToast(
        answer.kind === "data" && answer.toast !== null ? answer.toast : config.strings.toast.failed,
        config.toastCovering,
      );
  };
  // Enter on the link does nothing on the live page (evidence §3), not even to follow it.
  row.control.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  row.control.addEventListener("click", (event) => {
    event.preventDefault();
    if (counts(event, config)) void ask();
  });
}

const counts = (event: Event, config: PageConfig) => event.isTrusted || config.syntheticClicks;

function open(
  { dialog: view, request }: OpenDialog,
  config: PageConfig,
  done: (effect: Effect) => void,
): void {
  const dialog = document.createElement("dialog");
  dialog.dataset["testid"] = "dialog";
  dialog.setAttribute("aria-labelledby", "dialog-header");
  dialog.className = classes.dialog;
  dialog.innerHTML = dialogContent(view);
  document.body.append(dialog);
  if (config.dialogMode === "showModal") dialog.showModal();
  else dialog.open = true;
  const close = () => dialog.close();
  dialog.addEventListener("close", () => dialog.remove());
  const [dismiss, cancel, confirm] = dialog.querySelectorAll("button");
  for (const button of [dismiss, cancel])
    button?.addEventListener("click", (event) => {
      if (counts(event, config)) close();
    });
  let sent = false;
  confirm?.addEventListener("click", async (event) => {
    if (!counts(event, config) || sent) return;
    sent = true;
    const answer = await post<Effect>(withdrawPath(), request);
    const said = answer.kind === "data" ? answer.toast : config.strings.toast.failed;
    if (answer.kind === "data" && "removed" in answer.data) done(answer.data);
    if (!config.dialogStays) close();
    if (said !== null) showToast(said, config.toastCovering);
  });
}
