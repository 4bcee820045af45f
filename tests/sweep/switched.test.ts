import { afterEach, expect, test } from "vitest";
import { type Altered, alteredSite } from "../withdraw/altered.ts";
import { sweepInPage } from "./inPage.ts";
import { named, people, type Scene, scene, withdrawnNames } from "./kit.ts";

let here: Scene | null = null;
let site: Altered | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
  expect(here?.replica.journal.violations() ?? []).toEqual([]);
  await here?.close();
  here = null;
});

const all = ["Person 003", "Person 002", "Person 001"];
const leave = `location.href = "/mynetwork/invitation-manager/received/"`;

/** A sweep of three, on a site whose first Sent page runs this script. */
async function sweepWith(script: string) {
  here = await scene(people(3, (i) => 40 + i));
  let loads = 0;
  site = await alteredSite(
    here.replica.origin,
    (_path, page) =>
      loads++ === 0 ? page.replace("</body>", () => `<script>${script}</script></body>`) : page,
    (path) => path.includes("/invitation-manager/sent"),
  );
  return { ...(await here.sweep("--site", site.origin)), member: here.member };
}

test("a Sent page that goes to Received while it is opened is opened again", async () => {
  const { result, member } = await sweepWith(`${leave};`);
  expect(result.outcome).toBe("done");
  expect(withdrawnNames(member)).toEqual(all);
});

test("a dialog that is gone with its page before the click that confirms is asked for once more", async () => {
  let left = false;
  const { result, withdrawn } = await sweepInPage({
    // The last that is written before the click: its dialog is there.
    onAppend: ({ kind }, { run }) => {
      if (left || kind !== "intent") return undefined;
      left = true;
      return run(`document.querySelector("dialog[open]").remove(); ${leave};`);
    },
  });
  expect(named(result.items, "failed")).toEqual([]);
  expect(withdrawn).toHaveLength(5);
});
