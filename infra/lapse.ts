import { email } from "./email.ts";
import { functions } from "./functions.ts";
import { keyPolicy, sessionKey } from "./key.ts";
import { links } from "./links.ts";
import { mailEvents } from "./mailEvents.ts";
import { queues, subscribe } from "./queues.ts";
import { rolesWithin } from "./roles.ts";
import { everyHour } from "./schedule.ts";
import type { Stage } from "./stage.ts";
import { storage } from "./storage.ts";
import { alarms } from "./watch/alarms.ts";
import { pages } from "./web.ts";

/**
 * The whole service. docs/architecture.md has the picture. What it returns is printed at the end of a deployment: the
 * names that the commands in docs/operations.md ask for.
 */
export function lapse(stage: Stage) {
  rolesWithin(stage.boundary);
  const table = storage(stage);
  const key = sessionKey(stage);
  const queue = queues();
  const mail = email(stage);
  const router = pages(stage);
  const run = functions(stage, {
    ...{ table, key, queue, mail, router },
    links: links(stage, { table, key, queue, mail, router }),
  });

  keyPolicy(key, [run.Sweep], [run.Web]);
  const sweepSource = subscribe("Sweep", {
    queue: queue.sweeps,
    worker: run.Sweep,
    batchSize: 1,
    atOnce: stage.sweepsAtOnce,
  });
  // Two are the fewest that Lambda allows. Each sends one mail after the other, because SES limits the mails a second
  // and a digest that it throttled three times waits for the next hour.
  const digestSource = subscribe("Digest", {
    queue: queue.digests,
    worker: run.Digest,
    batchSize: 10,
    atOnce: 2,
  });
  // Not on the hour, when everybody's schedules go off; the digests after the sweeps of the hour were sent out.
  everyHour("DispatchEveryHour", 7, run.Dispatch, queue.scheduleDead);
  everyHour("DigestEveryHour", 37, run.DigestDispatch, queue.scheduleDead);
  mailEvents(stage, mail, run.MailEvents, queue.mailEventDead);
  alarms({ stage, table, queue, functions: run, mail });
  return {
    ...{ pages: router.url, table: table.name },
    ...{ sweep: run.Sweep.name, sweepSource: sweepSource.uuid },
    ...{ digest: run.Digest.name, digestSource: digestSource.uuid },
    ...{ sweepQueue: queue.sweeps.url, digestQueue: queue.digests.url },
    ...{ sweepDead: queue.sweepDead.arn, digestDead: queue.digestDead.arn },
    ...{ scheduleDead: queue.scheduleDead.arn, mailEventDead: queue.mailEventDead.arn },
  };
}
