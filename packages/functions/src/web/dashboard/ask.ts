import type { WebPorts } from "../app.ts";

/** What a worker is asked for from the dashboard; `profile` is `/in/<slug>`. */
export type Wish = { readonly kind: "look" } | { readonly kind: "withdraw"; readonly profile: string };

type AskPorts = Pick<WebPorts, "errands" | "members" | "queue" | "newId" | "now" | "log">;

export type Asked =
  | { readonly kind: "asked" }
  /** The same is under way already. */
  | { readonly kind: "under-way" }
  /** Nobody came to know of it; `why` is a sentence for the member. */
  | { readonly kind: "nobody-sent"; readonly why: string };

/** Neither says what was not done: an answer of the queue can be lost when its message is not. */
const nobodySent: Readonly<Record<Wish["kind"], string>> = {
  look: "Nobody could be sent to look at your list, which is our fault. Ask again in a minute.",
  withdraw:
    "Nobody could be sent to withdraw it, which is our fault. Look at that profile before you ask again.",
};

/** Writes down what the member asks for and sends a worker; where that fails, it ends at once, and nobody waits for it. */
export async function askWorker(
  memberId: string,
  wish: Wish,
  { errands, members, queue, newId, now, log }: AskPorts,
): Promise<Asked> {
  const runId = newId();
  const about = wish.kind === "withdraw" ? wish.profile : "";
  if (!(await errands.begin(memberId, { kind: wish.kind, about, runId, askedAt: now() })))
    return { kind: "under-way" };
  // Who left in the same moment left before this was written. They are shown out by the next page.
  if (await members.clearGone(memberId)) return { kind: "asked" };
  try {
    await queue.send({ ...wish, memberId, runId });
  } catch (fault) {
    log.error("nobody could be sent", fault, { memberId, runId, kind: wish.kind });
    const message = nobodySent[wish.kind];
    // If this fails as well, it is waited for until it is late; the answer is the same.
    await Promise.allSettled([
      errands.end(memberId, runId, { kind: "ended", at: now(), outcome: "interrupted", message }),
    ]);
    return { kind: "nobody-sent", why: message };
  }
  log.info("a member asked for an errand", { memberId, runId, kind: wish.kind });
  return { kind: "asked" };
}
