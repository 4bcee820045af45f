import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** The clock and chance, as the functions reach them. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits as text: for cookies and for what signs links. */
  readonly newSecret: () => string;
  /** Six random digits. */
  readonly newCode: () => string;
  readonly newRunId: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const world: World = {
  now: () => Date.now(),
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString("base64url"),
  newCode: () => String(randomInt(1_000_000)).padStart(6, "0"),
  newRunId: () => randomUUID(),
  random: () => Math.random(),
};
