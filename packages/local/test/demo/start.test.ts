import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newFolder } from "../support/folders.ts";
import { mails, replicaMember, start } from "../support/start.ts";

const seven = [
  "Zoë Núñez-Mirage",
  "Val Last",
  "Uma Replica",
  "Tom Ersatz",
  "Sam Virtual",
  "Jon Same",
  "Rosa Counterfeit",
];
/** The codes for the two sign-ups are mails as well, and those carry no way to end them. */
const digests = (data: string) => mails(data).filter(({ headers = [] }) => headers.length > 0);
const withdrawn = (data: string) => replicaMember(data, "ada-sender").withdrawn.map(({ name }) => name);

describe("npm start", () => {
  test("shows the whole product on a replica, once, and again without doing anything twice", async () => {
    const data = newFolder();
    const first = start("--once", "--data", data);
    expect(await first.ended()).toBe(0);
    expect(first.said()).toContain("LinkedIn itself is not contacted");
    expect(first.said()).toContain(
      "Withdrawn in all: Zoë Núñez-Mirage, Val Last, Uma Replica, Tom Ersatz, Sam Virtual, Jon Same and Rosa Counterfeit.",
    );
    expect(first.said()).toMatch(
      /\ntime: stack \d+\.\d s, browser \d+\.\d s, sweep \d+\.\d s, digest \d+\.\d s; .*\n$/,
    );
    expect(withdrawn(data)).toEqual(seven);
    expect(replicaMember(data, "ben-sender").withdrawn).toEqual([]);
    expect(digests(data)).toHaveLength(1);
    expect(mails(data).map(({ subject }) => subject.replace(/^\d{6} /, "N "))).toEqual([
      ...["N is your Lapse code", "N is your Lapse code"],
      expect.stringContaining("7 invitations withdrawn"),
    ]);
    expect(digests(data)[0]?.headers.map(({ name }) => name)).toEqual([
      "List-Unsubscribe",
      "List-Unsubscribe-Post",
    ]);

    const second = start("--once", "--data", data);
    expect(await second.ended()).toBe(0);
    expect(second.said()).toContain("No sweep is due");
    expect(withdrawn(data)).toEqual(seven);
    expect(digests(data)).toHaveLength(1);
    expect(second.said().match(/^form: .*/m)?.[0]).toBe(first.said().match(/^form: .*/m)?.[0]);
  });

  test.each(["withdrawing 0 of 7", "withdrawing 3 of 7", "writing the digests"])(
    "that is killed while it says '%s' is finished by the next, and nothing happens twice",
    async (moment) => {
      const data = newFolder();
      const first = start("--once", "--data", data);
      await first.saying(moment);
      first.child.kill("SIGKILL");
      expect(await first.ended()).toBe("SIGKILL");
      const second = start("--once", "--data", data);
      await second.ended();
      expect(withdrawn(data).toSorted(), second.said()).toEqual(seven.toSorted());
      // Killed between the note that it is being sent and the sending, a digest is given up rather than sent twice.
      expect(digests(data).length).toBe(second.said().includes("not sent a second time") ? 0 : 1);
    },
  );

  test("lets a Ctrl-C wait for the click in hand, and goes on from there the next time", async () => {
    const data = newFolder();
    const first = start("--data", data);
    await first.saying("withdrawing 2 of 7");
    process.kill(-(first.child.pid ?? 0), "SIGINT");
    expect(await first.ended()).toBe(0);
    const done = withdrawn(data).length;
    expect(done).toBeGreaterThanOrEqual(2);
    expect(done).toBeLessThan(7);
    // The emulators had the same Ctrl-C, and did not mind.
    expect(first.said()).not.toContain("starting it again");
    const second = start("--once", "--data", data);
    expect(await second.ended()).toBe(0);
    expect(withdrawn(data)).toEqual(seven);
  });

  test("keeps running, refuses a second on the same data with its addresses, and ends at a SIGTERM", async () => {
    const data = newFolder();
    const first = start("--data", data);
    await first.saying("Ctrl-C stops");
    const form = /^form: (.*)$/m.exec(first.said())?.[1];
    expect((await fetch(String(form))).status).toBe(200);
    const second = start("--data", data);
    expect(await second.ended()).toBe(1);
    expect(second.said()).toMatch(
      new RegExp(`^lapse: Lapse already runs on .* \\(form ${form}, inbox .*--data\\.$`, "m"),
    );
    first.child.kill("SIGTERM");
    expect(await first.ended()).toBe(0);
  });

  test("touches nothing in a directory of somebody else's", async () => {
    const data = newFolder();
    writeFileSync(join(data, "thesis.txt"), "x");
    const refused = start("--data", data);
    expect(await refused.ended()).toBe(1);
    expect(refused.said()).toMatch(/^lapse: .*thesis\.txt.*--data\.$/m);
    expect(readdirSync(data)).toEqual(["thesis.txt"]);
  });

  test("explains itself, and refuses an option that it does not know", async () => {
    const help = start("--help");
    expect(await help.ended()).toBe(0);
    expect(help.said()).toContain("LinkedIn itself is never contacted");
    const wrong = start("--sweep");
    expect(await wrong.ended()).toBe(2);
    expect(wrong.said()).toMatch(/^lapse: .*--sweep.*--help\n$/);
  });
});
