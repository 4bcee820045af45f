import { afterEach, expect, test } from "vitest";
import { type Altered, alteredSite } from "../withdraw/altered.ts";
import { people, type Scene, scene, withdrawnNames } from "./kit.ts";

let here: Scene;
let site: Altered | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
  expect(here.replica.journal.violations()).toEqual([]);
  await here.close();
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
  return here.sweep("--site", site.origin);
}

test("a Sent page that goes to Received while it is opened is opened again", async () => {
  const { result } = await sweepWith(`${leave};`);
  expect(result.outcome).toBe("done");
  expect(withdrawnNames(here.member)).toEqual(all);
});
