import { describe, expect, test } from "vitest";
import { refusedBy, stoppedAnother, wall } from "../../../src/linkedin/act/answer.ts";
import type { Exchange } from "../../../src/linkedin/visit/tab.ts";

const site = "https://www.linkedin.com";
const url = `${site}/flagship-web/rsc-action/actions/server-request?sduiid=x`;
const answered = (status: number, once: boolean): Exchange => ({
  ...{ n: 1, kind: "fetch", method: "POST", url, requestBody: "", status, answeredBy: url },
  ...{ failure: null, text: null, ended: true, once },
});

describe("A wall that meets the withdrawal itself", () => {
  test.each([401, 429, 999])("changed nothing where %i answers the only request", (status) => {
    expect(wall([answered(status, true)], site)).toMatchObject({ kind: "failed" });
  });

  test("leaves it open where the page had asked for the same once before", () => {
    expect(wall([answered(200, true), answered(429, true)], site)).toMatchObject({ kind: "unverified" });
  });

  test("leaves it open where that request may have been a second one, which Chromium sent by itself", () => {
    expect(wall([answered(429, false)], site)).toMatchObject({
      ...{ kind: "unverified", stop: { outcome: "rate-limited" } },
    });
  });
});

describe("A request of the click that named somebody else and was stopped", () => {
  const stopped = { ...answered(0, true), status: null, failure: "stopped" };

  test("changed nothing where it was the only one", () => {
    for (const ours of [[], [stopped]])
      expect(stoppedAnother(ours)).toMatchObject({ kind: "failed", once: true });
  });

  test("leaves open what another one did: to a fresh load, or for good where that is still under way", () => {
    expect(stoppedAnother([answered(200, true), stopped])).toMatchObject({ kind: "doubt" });
    expect(stoppedAnother([{ ...answered(200, true), ended: false }, stopped]).kind).toBe("unverified");
  });
});

describe("A refusal", () => {
  const said = (ours: readonly Exchange[]) => refusedBy(ours, { notices: [] }, { notices: [] });

  test("is that of the only request, or may be that of a second one after the first was carried out", () => {
    expect(said([answered(403, true)])).toMatchObject({ sure: true, once: true });
    expect(said([answered(403, false)])).toMatchObject({ sure: true, once: false });
    expect(said([answered(500, true), answered(403, true)])).toMatchObject({ sure: true, once: false });
  });

  test("of a second request says nothing where LinkedIn said yes to the first", () => {
    const failed = { ...answered(200, true), text: "Failed to withdraw invitation" };
    for (const no of [answered(403, true), failed]) {
      expect(said([answered(200, true), no])).toBeNull();
      expect(said([no, answered(200, true)])).toBeNull();
    }
    expect(said([failed, failed])).toMatchObject({ sure: true, once: false });
  });
});
