import type { MoreRows, OpenDialog } from "../answers.ts";
import type { PageConfig } from "../config.ts";
import { hooked } from "./hooks.ts";
import { dialogBody, dialogPath, paginationBody, paginationPath, withdrawPath } from "./requests.ts";
import { post } from "./send.ts";

/** Milliseconds that the bare requests took, one after another, without any of the page around them. */
interface FloorTimings {
  readonly paginationMs: number;
  readonly pages: number;
  readonly read: number;
  /** Dialog and withdrawal together, one number per invitation. */
  readonly withdrawMs: readonly number[];
  readonly totalMs: number;
}

/** Reads the whole list and withdraws the oldest `n`: the least that any driver has to wait for. */
async function replicaFloor(n: number): Promise<FloorTimings> {
  const began = performance.now();
  const config: PageConfig = JSON.parse(hooked("config")?.textContent ?? "{}");
  const urns = config.rows.map((row) => row.profileUrn);
  let next = config.next;
  let pages = 0;
  while (next !== null) {
    const answer = await post<MoreRows>(paginationPath("scribe"), paginationBody(next, "scribe"));
    if (answer.kind === "failed") throw new Error("a page of the list failed");
    pages++;
    urns.push(...answer.data.rows.map((row) => row.ref.profileUrn));
    next = answer.data.next;
  }
  const paginationMs = performance.now() - began;
  const withdrawMs: number[] = [];
  for (const urn of n > 0 ? urns.slice(-n).reverse() : []) {
    const start = performance.now();
    const dialog = await post<OpenDialog>(dialogPath, dialogBody(urn));
    if (dialog.kind === "failed") throw new Error("a dialog failed");
    await post(withdrawPath(), dialog.data.request);
    withdrawMs.push(performance.now() - start);
  }
  return { paginationMs, pages, read: urns.length, withdrawMs, totalMs: performance.now() - began };
}

Object.assign(window, { replicaFloor });
