import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { LeaseStore } from "@lapse/core/ledger/store";
import type { Config } from "./config.ts";
import type { Mailer } from "./mail/mailer.ts";
import { sesClient, sesMailer } from "./mail/ses.ts";
import { type SweepQueue, sweepQueue } from "./queue/sweepQueue.ts";
import { encryptionSdkSealer } from "./sealing/sealer.ts";
import { type Codes, codeStore } from "./store/codes.ts";
import { claimDue, everyMember, type Listed } from "./store/due.ts";
import { type Errands, errandStore } from "./store/errands.ts";
import { type ExtensionCodes, extensionCodeStore } from "./store/extensionCodes.ts";
import { leaseStore } from "./store/lease.ts";
import { ledgerStore, type MemberLedger } from "./store/ledger.ts";
import { type Limits, limitStore } from "./store/limits.ts";
import { type Members, members } from "./store/members.ts";
import { type Readings, readingStore } from "./store/readings.ts";
import { type SessionStore, sessionStore } from "./store/sessions.ts";
import { type SignIns, signInStore } from "./store/signIns.ts";
import { sourceOf } from "./web/source.ts";

/** The world as the functions reach it: on AWS, and in the local stack through AWS_ENDPOINT_URL_DYNAMODB, _SQS, _SESV2. */
export interface Adapters {
  readonly members: Members;
  readonly sessions: SessionStore;
  readonly ledgerOf: (memberId: string) => MemberLedger;
  readonly leaseOf: (memberId: string) => LeaseStore;
  readonly claimDue: (now: number, forMs: number) => AsyncIterable<Listed>;
  readonly everyMember: () => AsyncIterable<Listed>;
  readonly signIns: SignIns;
  readonly readings: Readings;
  readonly errands: Errands;
  readonly extensionCodes: ExtensionCodes;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly queue: SweepQueue;
  readonly mailer: Mailer;
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits as text: for cookies and for what signs links. */
  readonly newSecret: () => string;
  /** Six random digits. */
  readonly newCode: () => string;
  readonly newRunId: () => string;
  readonly random: () => number;
  /** What stands for the place that a request came from. */
  readonly sourceOf: typeof sourceOf;
}

/** Makes every adapter; nothing is reached before it is used. */
export function adapters(config: Config): Adapters {
  const now = () => Date.now();
  const newId = () => randomUUID();
  const newSecret = () => randomBytes(32).toString("base64url");
  // What is undefined has no place in an item; leaving it out silently would hide a mistake.
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(), {
    marshallOptions: { removeUndefinedValues: false },
  });
  const table = { client, name: config.table };
  const all = members(table);
  // The queue's URL names its host as AWS sees it; where it is reached is for the endpoint to say.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  return {
    members: all,
    sessions: sessionStore(table, encryptionSdkSealer(config.sealing), now, newId),
    ledgerOf: (memberId) => ledgerStore(table, memberId),
    leaseOf: (memberId) => leaseStore(table, memberId, now),
    claimDue: (at, forMs) => claimDue(table, at, forMs),
    everyMember: () => everyMember(table, all.get),
    signIns: signInStore(table, now, newSecret),
    readings: readingStore(table, newId),
    errands: errandStore(table, now),
    extensionCodes: extensionCodeStore(table, now, newSecret),
    codes: codeStore(table, now, newSecret),
    limits: limitStore(table, now),
    queue: sweepQueue(sqs, config.sweepQueueUrl),
    mailer: sesMailer(sesClient(), config.mailFrom, pause),
    ...{ now, newId, newSecret, newRunId: newId, random: () => Math.random() },
    newCode: () => String(randomInt(1_000_000)).padStart(6, "0"),
    sourceOf,
  };
}
