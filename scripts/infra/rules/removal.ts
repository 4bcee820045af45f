import type { Rule } from "./rule.ts";

/** What cannot be made again: members and their ledgers, the key to their sessions, a domain's standing with SES. */
const data = ["aws:dynamodb/table:Table", "aws:kms/key:Key", "aws:sesv2/emailIdentity:EmailIdentity"];

export const removal: Rule = {
  name: "production keeps its data",
  holds:
    "In production `sst remove` is refused, and the table, the key and the domain stay in the account even when the program drops them; other stages leave nothing behind.",
  check: ({ app, resources }) => {
    const production = app.stage === "production";
    const wrong = resources.filter(
      ({ type, retainOnDelete }) => data.includes(type) && retainOnDelete !== production,
    );
    const expected = production ? "retain" : "remove";
    return [
      ...(app.removal === expected && app.protect === production
        ? []
        : [
            {
              resource: "sst.config.ts",
              fault: `has removal ${app.removal} and protect ${app.protect} in stage ${app.stage}`,
              remedy: `production is to have retain and true, others remove and false: infra/stage.ts`,
            },
          ]),
      ...wrong.map(({ name }) => ({
        resource: name,
        fault: production ? "is removed from production when the program drops it" : "is left behind",
        remedy:
          "retain data in production and nowhere else: removal in infra/stage.ts, retainOnDelete beside the resource",
      })),
    ];
  },
};
