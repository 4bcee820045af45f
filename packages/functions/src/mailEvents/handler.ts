import middy from "@middy/core";
import type { EventBridgeEvent } from "aws-lambda";
import type { Metrics } from "../metrics/metrics.ts";
import { mailNewsIn } from "./event.ts";
import { type MailNewsPorts, type MailNewsTaken, takeMailNews } from "./takeMailNews.ts";

export interface MailEventsPorts extends MailNewsPorts {
  readonly metrics: Metrics;
  /** That of this stage: the bus of an account carries what becomes of everybody's mails. */
  readonly configurationSet: string | null;
}

/** `nothing`: of another configuration set, or such as nothing follows from. */
export type MailEventDone = MailNewsTaken | "nothing";

/** Takes one event of SES. What fails is thrown, and comes again or reaches the dead-letter queue. */
export function makeMailEventsHandler(ports: MailEventsPorts) {
  const { log, metrics, configurationSet } = ports;
  return middy<EventBridgeEvent<string, unknown>, MailEventDone>().handler(
    async (event: EventBridgeEvent<string, unknown>) => {
      const news = mailNewsIn(event);
      if (news === null || news.configurationSet !== configurationSet) {
        log.info("an event of SES from which nothing follows", { type: event["detail-type"] });
        return "nothing";
      }
      const { about, feedback, counted } = news;
      const taken = await takeMailNews(news, ports);
      // The same event twice is one mail.
      if (taken !== "known") metrics.add(counted, 1);
      const whose =
        about === null || about.kind === "code" ? {} : { memberId: about.member, runId: about.run };
      log.info("something came back about a mail", {
        ...{ kind: about?.kind ?? null, feedback, taken },
        ...(taken === "nobodys" ? {} : whose),
      });
      return taken;
    },
  );
}
