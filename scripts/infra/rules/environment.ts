import { type FunctionResource, functionsOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

/** All that a function may find in its environment, each with what it is. */
const allowed: Readonly<Record<string, string>> = {
  SST_RESOURCE_App: "the names of the app and the stage",
  SST_KEY_FILE: "the name of the file in the bundle that holds the links",
  SST_KEY:
    "the key to that file, which SST makes; the links hold names and addresses only, which the next rule sees to",
};
/** What secrets look like; SST_KEY is the one that may. */
const secret =
  /AKIA[0-9A-Z]{16}|-----BEGIN|eyJ[\w-]{8,}\.|li_at|JSESSIONID|:\/\/[^/\s:@]+:[^/\s@]+@|\b[A-Za-z0-9+/_-]{32,}={0,2}/;
const named = /secret|password|passwd|token|credential|cookie|private/i;

/** The links that resources.ts reads. Names and addresses: whoever reads them can do nothing with them. */
const links: Readonly<Record<string, readonly string[]>> = {
  MemberTable: ["name"],
  SweepQueue: ["url"],
  DigestQueue: ["url"],
  SessionKey: ["arn"],
  Mail: ["configurationSet", "from"],
  Pages: ["origin"],
  Site: ["origin"],
};

export const environment: Rule = {
  name: "no secret in the environment",
  holds: `A function finds nothing in its environment but ${Object.entries(allowed)
    .map(([name, what]) => `${name} (${what})`)
    .join(", ")}.`,
  check: (program) => functionsOf(program).flatMap(variables),
};

function variables({ resource, environment }: FunctionResource): Violation[] {
  return Object.entries(environment?.variables ?? {}).flatMap(([name, value]) => {
    const remedy = "link what is no secret in infra/links.ts; keep a secret in the key's care";
    if (!(name in allowed)) return [{ resource, fault: `has ${name} in its environment`, remedy }];
    if (name !== "SST_KEY" && (secret.test(value) || named.test(value))) {
      return [{ resource, fault: `has something like a secret in ${name}`, remedy }];
    }
    return [];
  });
}

export const linkedNames: Rule = {
  name: "links hold names",
  holds:
    "What is linked to the functions are the seven sets of names and addresses that they read, and no secret.",
  check: ({ links: found }) => {
    const ours = Object.entries(found).filter(([, { type }]) => type === "sst.sst.Linkable");
    const shape = (properties: object) =>
      Object.keys(properties)
        .filter((key) => key !== "type")
        .toSorted()
        .join(", ");
    const wrong = ours.flatMap(([resource, properties]) => [
      ...(shape(properties) === links[resource]?.join(", ")
        ? []
        : [
            {
              resource,
              fault: `links ${shape(properties)}, not ${links[resource]?.join(", ") ?? "anything"}`,
              remedy: "agree infra/links.ts, packages/functions/src/resources.ts and rules/environment.ts",
            },
          ]),
      ...(Object.values(properties).some(
        (value) => typeof value === "string" && /AKIA|-----BEGIN|eyJ|li_at/.test(value),
      )
        ? [{ resource, fault: "links something like a secret", remedy: "link its name instead" }]
        : []),
    ]);
    const absent = Object.keys(links).filter((name) => !(name in found));
    return [
      ...wrong,
      ...absent.map((resource) => ({
        resource,
        fault: "is not linked",
        remedy: "make it in infra/links.ts",
      })),
    ];
  },
};
