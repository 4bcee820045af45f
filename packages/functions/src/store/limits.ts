import { createHash } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { held } from "./condition.ts";
import { emailHash, emailPk } from "./emailKey.ts";
import { memberPk, type Table } from "./table.ts";

/** So many in each window; windows lie side by side, the first began in 1970. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** What a limit counts for: a member, an address of mail, or where a request came from. */
export type Subject =
  | { readonly kind: "member"; readonly memberId: string }
  | { readonly kind: "email"; readonly email: string }
  | { readonly kind: "source"; readonly source: string };

export interface Limits {
  /** Takes one; resolves to null where there was one left, else to the ms after which there is again. */
  take(subject: Subject, limit: Limit): Promise<number | null>;
}

/**
 * One item a window, counted by one conditional write, so that of any number at once exactly `most` pass:
 *
 *     request A  |- used < 5: 4 → 5 -|  passes
 *     request B      |- used < 5? no -|  waits for the next window
 *
 * A member's and an address's windows lie in their own partitions, so that leaving takes them along.
 * @param now ms since 1970
 */
export function limitStore(table: Table, now: () => number): Limits {
  return {
    take: async (subject, { name, most, windowMs }) => {
      const begin = Math.floor(now() / windowMs) * windowMs;
      const end = begin + windowMs;
      const taken = await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { pk: pkOf(subject), sk: `limit#${name}#${begin}` },
            UpdateExpression: "SET #ttl = :ttl ADD used :one",
            ConditionExpression: "attribute_not_exists(used) OR used < :most",
            ExpressionAttributeNames: { "#ttl": "ttl" },
            ExpressionAttributeValues: { ":ttl": Math.ceil(end / 1_000), ":one": 1, ":most": most },
          }),
        ),
      );
      return taken ? null : end - now();
    },
  };
}

function pkOf(subject: Subject): string {
  switch (subject.kind) {
    case "member":
      return memberPk(subject.memberId);
    case "email":
      return emailPk(emailHash(subject.email));
    case "source":
      return `source#${createHash("sha256").update(subject.source).digest("hex")}`;
  }
}
