import {
  type DigestDispatchHandlerPorts,
  makeDigestDispatchHandler,
} from "@lapse/functions/digest/dispatchHandler";
import { type DigestHandlerPorts, makeDigestHandler } from "@lapse/functions/digest/handler";
import { digestMessageIn } from "@lapse/functions/queue/digestMessage";
import type { DigestQueue } from "@lapse/functions/queue/digestQueue";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { tellingEnds } from "./ended.ts";
import { Endings } from "./endings.ts";
import { lambdaContext, scheduledEvent } from "./invoke.ts";

/** Both halves of the digests, and the whole of it for who wants to see it done. */
export interface Digests {
  /** Puts whoever is due onto the queue. */
  dispatchDigests(): Promise<void>;
  /** What is behind the queue. */
  sendDigests(event: SQSEvent): Promise<SQSBatchResponse | undefined>;
  /** Puts whoever is due onto the queue, and resolves once the queue has none of them any more, or when all is to end. */
  digest(): Promise<void>;
}

export function makeDigests(
  ports: DigestDispatchHandlerPorts & DigestHandlerPorts,
  signal: AbortSignal,
): Digests {
  const endings = new Endings();
  const work = makeDigestHandler(ports);
  const dispatch = async (digestQueue: DigestQueue) => {
    await makeDigestDispatchHandler({ ...ports, digestQueue })(
      scheduledEvent(),
      lambdaContext("digest-dispatch"),
    );
  };
  return {
    dispatchDigests: () => dispatch(ports.digestQueue),
    sendDigests: tellingEnds(
      async (event) => (await work(event, lambdaContext("digest"))) ?? undefined,
      ({ body }) => endings.ended(digestMessageIn(body)?.runId ?? ""),
    ),
    digest: async () => {
      const runs: string[] = [];
      const sendAll: DigestQueue["sendAll"] = async (messages) => {
        const refused = await ports.digestQueue.sendAll(messages);
        const lost = new Set(refused.map(({ message }) => message));
        runs.push(...messages.filter((message) => !lost.has(message)).map(({ runId }) => runId));
        return refused;
      };
      await dispatch({ sendAll });
      await endings.all(runs, signal);
    },
  };
}
