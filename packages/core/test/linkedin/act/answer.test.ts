import { describe, expect, test } from "vitest";
import { wall } from "../../../src/linkedin/act/answer.ts";
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

  test("leaves it open where that request may have been a second one, which Chromium sent by itself", () => {
    expect(wall([answered(429, false)], site)).toMatchObject({
      ...{ kind: "unverified", stop: { outcome: "rate-limited" } },
    });
  });
});
