import { join } from "node:path";
import type { Reading } from "@lapse/core/reading/reading";
import { expect, test } from "vitest";
import { keepLook } from "../../src/preview/keep.ts";
import type { Look } from "../../src/preview/look.ts";
import { newFolder } from "../support/folders.ts";
import { adaEmail, dataWithAda, use } from "../support/served.ts";

test("what a preview read is kept, and nothing of it where the member left while it read", async () => {
  const data = join(newFolder(), "lapse");
  await dataWithAda(data, "http://127.0.0.1:9");
  await use(data, async ({ adapters }) => {
    const { members, readings } = adapters;
    const ada = await members.findByEmail(adaEmail);
    if (ada === null) throw new Error("Ada is no member");
    const at = adapters.now();
    const sent = { pending: 0, invitations: [] };
    const reading: Reading = { at, account: "/in/ada-sender", sent, received: null };
    const moment = new Date(at).toISOString();
    const result: Look["result"] = {
      ...{ outcome: "previewed", message: "Read.", pending: 0, read: 0, items: [] },
      ...{ startedAt: moment, endedAt: moment },
    };
    const keep = () => keepLook({ adapters }, ada, { version: "v1" }, { result, reading });
    expect(await keep()).toMatchObject({ sent: { pending: 0 } });
    expect(await readings.get(ada.id)).toEqual(reading);
    await members.leave(ada.id);
    await keep();
    expect(await readings.get(ada.id)).toBeNull();
  });
});
