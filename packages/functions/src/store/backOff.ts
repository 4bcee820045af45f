import { setTimeout as pause } from "node:timers/promises";

/** Waits before a write is tried again; `attempt` is 1 for the first time that it is. */
export type BackOff = (attempt: number) => Promise<void>;

/** A random part of a time that doubles up to 200 ms: those that met do not meet again. */
export const randomBackOff: BackOff = (attempt) =>
  pause(Math.random() * Math.min(200, 10 * 2 ** Math.min(attempt, 10)));
