import { afterEach, describe, expect, test } from "vitest";
import { named, type Scene, scene } from "../sweep/kit.ts";
import { type Alter, type Altered, alteredSite } from "../withdraw/altered.ts";
import { ignoredNames, ignoring, strangers, violations } from "./kit.ts";

let here: Scene;
let site: Altered | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
  expect(violations(here)).toEqual([]);
  expect(here.member.received.accepted()).toEqual([]);
  await here.close();
});

const listPath = "/mynetwork/invitation-manager/received/";
const scriptPath = "/client/received.ts";

/** A sweep of three old invitations on a page, or with a page's script, that the replica would not make. */
async function onAltered(where: string, alter: Alter, perDay = 10) {
  here = await scene([], { received: strangers(3, (i) => 40 + i) });
  here.faults({ syntheticClicks: true });
  here.policy(ignoring({ perDay }));
  site = await alteredSite(here.replica.origin, alter, (path) => path.includes(where));
  return here.sweep("--site", site.origin);
}

const changed =
  (from: string, to: string): Alter =>
  (_path, text) => {
    if (!text.includes(from)) throw new Error(`the replica's script has no ${from} any more`);
    return text.replace(from, () => to);
  };

const script =
  (body: string): Alter =>
  (_path, page) =>
    page.replace("</body>", () => `<script>${body}</script></body>`);

const posting = (act: "Accept" | "Ignore") =>
  `fetch("/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.adda${act}Invitation",
  { method: "POST", body: JSON.stringify({ invitationUrn: { invitationId: "7498810568384856065" } }) }).catch(() => {});`;

describe("only the one act may leave", () => {
  test("an Ignore that accepts is stopped, and the sweep with it", async () => {
    const ran = await onAltered(scriptPath, changed("requests[act]", 'requests["accept"]'));
    expect(ran.result.outcome).toBe("page-drift");
    expect(here.replica.journal.of("accept")).toEqual([]);
    expect(ignoredNames(here)).toEqual([]);
    expect(here.replica.journal.clicks.filter(({ control }) => control === "ignore")).toHaveLength(1);
  }, 60_000);

  test("an Accept that takes the place of Ignore the moment the pointer comes is not pressed", async () => {
    const { result } = await onAltered(
      listPath,
      script(`addEventListener("pointermove", (event) => {
        const ignore = event.target.closest?.("[data-r^='i:']");
        if (!ignore || globalThis.swapped) return;
        globalThis.swapped = true;
        const accept = ignore.parentElement.querySelector("[data-r^='a:']");
        const gap = document.createElement("span");
        ignore.replaceWith(gap);
        accept.replaceWith(ignore);
        gap.replaceWith(accept);
      }, true);`),
    );
    expect(here.replica.journal.clicks.filter(({ control }) => control === "accept")).toEqual([]);
    expect(ignoredNames(here)).toHaveLength(3);
    expect(result.outcome).toBe("done");
  }, 60_000);

  test("an Ignore that ignores somebody else is stopped: it failed, and nobody is ignored by it", async () => {
    const first = "(globalThis.firstRequest ??= request)";
    const { result } = await onAltered(scriptPath, changed("atob(request)", `atob(${first})`));
    expect(ignoredNames(here)).toEqual(["Otto 003"]);
    expect(named(result.items, "failed")).toEqual(["Otto 001", "Otto 002"]);
    expect(here.replica.journal.ignores()).toHaveLength(1);
  }, 60_000);

  test.each(["Accept", "Ignore"] as const)(
    "a page that would %s by itself while it is read is stopped",
    async (act) => {
      const ran = await onAltered(listPath, script(`setTimeout(() => { ${posting(act)} }, 50)`));
      expect(ran.result.outcome).toBe("page-drift");
      expect([...here.replica.journal.of("accept"), ...here.replica.journal.ignores()]).toEqual([]);
    },
    60_000,
  );
});

/** A page on which Ignore asks once more; `whom` is what its dialog says, `yes` its confirming control. */
const asking = (whom: string, yes: string) =>
  script(`addEventListener("click", (event) => {
  const control = event.target.closest('[aria-label^="Ignore an invitation"]');
  if (control === null || control.dataset.yes) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const name = control.getAttribute("aria-label").replace(/.* from /, "");
  const dialog = document.createElement("dialog");
  dialog.innerHTML = '<h2>Are you sure?</h2><p>' + ${whom} + '</p><button>Cancel</button><button>${yes}</button>';
  dialog.children[2].onclick = () => dialog.remove();
  dialog.children[3].onclick = () => { dialog.remove(); control.dataset.yes = "1"; control.click(); };
  document.body.append(dialog);
  dialog.showModal();
}, true)`);

describe("a page that asks once more", () => {
  test.each([
    ["names the person", "name + ' will not be told.'"],
    ["names nobody", "'They will not be told.'"],
  ])(
    "is answered where its dialog %s",
    async (_what, whom) => {
      const { result } = await onAltered(listPath, asking(whom, "Ignore"));
      expect(result.outcome).toBe("done");
      expect(ignoredNames(here)).toEqual(["Otto 003", "Otto 002", "Otto 001"]);
    },
    60_000,
  );

  test("is cancelled where its dialog names another", async () => {
    const { result } = await onAltered(listPath, asking("'Otto 001 will not be told.'", "Ignore"), 2);
    expect(ignoredNames(here)).toEqual([]);
    expect(named(result.items, "failed")).toEqual(["Otto 002", "Otto 003"]);
  }, 60_000);

  test("is not answered where its control says Accept", async () => {
    const ran = await onAltered(listPath, asking("name", "Accept, do not ignore"), 1);
    expect(ignoredNames(here)).toEqual([]);
    expect(named(ran.result.items, "failed")).toEqual(["Otto 003"]);
  }, 60_000);
});
