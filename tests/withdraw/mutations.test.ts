import type { Mutation } from "@lapse/replica/replica";
import { afterEach, describe, expect, test } from "vitest";
import { withdrawnNames } from "../sweep/kit.ts";
import { clicked, type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
afterEach(() => here.close());

const heading: Mutation = { selector: "h1", change: "rename-tag" };
const labels: Mutation = { selector: "a", change: "remove-attribute", attribute: "aria-label" };
const data: Mutation = { script: "island", change: "remove" };
const key = (name: string): Mutation => ({ script: "island", change: "rename-key", key: name });

describe("a profile that has lost a mark", () => {
  test.each<[string, Mutation[]]>([
    ["its heading", [heading]],
    ["its data", [data]],
    ["the slug in its data", [key("publicIdentifier")]],
    ["the member key in its data", [key("profileUrn")]],
    ["the name of its main part", [{ selector: "main", change: "remove-attribute" }]],
    ["every class", [{ selector: "*", change: "remove-attribute", attribute: "class" }]],
    ["the frame of its card", [{ selector: "section", change: "rename-tag" }]],
  ])("%s is understood by the others", async (_name, mutations) => {
    here = await profileScene();
    here.faults({ mutations });
    const { result } = await here.withdraw("bo-sample");
    expect(result).toMatchObject({ outcome: "done", items: [{ name: "Bo Sample", state: "withdrawn" }] });
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
  });

  test.each<[string, Mutation[]]>([
    ["the names of its controls", [labels]],
    ["heading and data", [heading, data]],
    ["its name", [{ selector: "h1", change: "remove-text" }, data]],
    ["everything that can be pressed", [{ selector: "a", change: "rename-tag" }]],
    ["its main part", [{ selector: "main", change: "rename-tag" }]],
  ])("%s is left alone, and nothing is said to be answered", async (_name, mutations) => {
    here = await profileScene();
    here.faults({ mutations });
    const { result } = await here.withdraw("bo-sample");
    expect(result.outcome).toBe("page-drift");
    expect(clicked(here, "pending") + clicked(here, "confirm")).toBe(0);
    expect(here.member.pendingCount).toBe(3);
  });
});
