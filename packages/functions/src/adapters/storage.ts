import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { LeaseStore } from "@lapse/core/ledger/store";
import { type Codes, codeStore } from "../store/codes.ts";
import { type Claimed, claimDue, type Listed } from "../store/due.ts";
import { type Errands, errandStore } from "../store/errands.ts";
import { everyMember } from "../store/everyMember.ts";
import { type ExtensionCodes, extensionCodeStore } from "../store/extensionCodes.ts";
import { leaseStore } from "../store/lease.ts";
import { ledgerStore, type MemberLedger } from "../store/ledger.ts";
import { type Limits, limitStore } from "../store/limits.ts";
import { type Members, members } from "../store/members.ts";
import { type Readings, readingStore } from "../store/readings.ts";
import { type SignIns, signInStore } from "../store/signIns.ts";
import { type StopSwitch, stopSwitch } from "../store/stopSwitch.ts";
import type { Table } from "../store/table.ts";
import { world } from "./world.ts";

/** Everything in the table but the sealed sessions, which need a key beside it. */
export interface Storage {
  readonly members: Members;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  readonly leaseOf: (memberId: string) => LeaseStore;
  readonly claimDue: (now: number, forMs: number) => AsyncIterable<Claimed>;
  readonly everyMember: (firstShard?: number) => AsyncIterable<Listed>;
  readonly signIns: SignIns;
  readonly readings: Readings;
  readonly errands: Errands;
  readonly extensionCodes: ExtensionCodes;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly stopSwitch: StopSwitch;
}

/** The table, reached through AWS_ENDPOINT_URL_DYNAMODB where that is set. */
export function openTable(name: string): Table {
  // What is undefined has no place in an item; leaving it out silently would hide a mistake.
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(), {
    marshallOptions: { removeUndefinedValues: false },
  });
  return { client, name };
}

/** Makes every store; nothing is reached before it is used. */
export function storage(table: Table): Storage {
  const { now, newId, newSecret } = world;
  return {
    members: members(table),
    ledgerOf: (memberId) => ledgerStore(table, memberId),
    leaseOf: (memberId) => leaseStore(table, memberId, now),
    claimDue: (at, forMs) => claimDue(table, at, forMs),
    everyMember: (firstShard) => everyMember(table, firstShard),
    signIns: signInStore(table, now, newSecret),
    readings: readingStore(table, newId),
    errands: errandStore(table, now),
    extensionCodes: extensionCodeStore(table, now, newSecret),
    codes: codeStore(table, now, newSecret),
    limits: limitStore(table, now),
    stopSwitch: stopSwitch(table, now),
  };
}
