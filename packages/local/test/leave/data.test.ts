import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aMember } from "../../../functions/test/support/member.ts";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { newFolder } from "../support/folders.ts";
import { use } from "../support/served.ts";
import { lapseEnded } from "../support/start.ts";

test("in a data directory that is in use, lapse leave deletes a member by address, and the browser profile with them", async () => {
  const data = join(newFolder(), "lapse");
  openDataDirectory(data);
  const profile = (id: string) => join(data, "profiles", id, "Default");
  await use(data, async ({ adapters: { members } }) => {
    for (const id of ["ada", "bob"]) {
      await members.add(aMember(id));
      mkdirSync(profile(id), { recursive: true });
    }
    // As from a script: there is no terminal.
    const leaving = ["leave", "--data", data, "--member", "ada@example.org"];
    const unasked = await lapseEnded(leaving);
    expect(unasked).toMatchObject({ status: 2, said: expect.stringMatching(/^lapse: there is no terminal/) });
    const sure = await lapseEnded([...leaving, "--yes"]);
    expect(sure).toMatchObject({ status: 0, out: "Deleted: ada@example.org (ada)\n" });
    expect([await members.get("ada"), (await members.get("bob"))?.id]).toEqual([null, "bob"]);
  });
  expect([existsSync(profile("ada")), existsSync(profile("bob"))]).toEqual([false, true]);
});
