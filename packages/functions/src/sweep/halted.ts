import type { Log } from "../log/log.ts";
import type { StopSwitch } from "../store/stopSwitch.ts";

/** What members are told of a stop, as a clause; the operator's reason is not theirs to read. */
export const stoppedWords = "whoever runs Lapse has stopped everything for now";
const unsureWords = "it could not be known whether to go on";

/**
 * The words for the member where nothing more may be opened or clicked; null to go on. A switch that cannot be read is
 * taken for one that is set: the member stays due, and is swept when it can be read again.
 */
export async function haltedBy(stopSwitch: Pick<StopSwitch, "get">, log: Log): Promise<string | null> {
  try {
    return (await stopSwitch.get()) === null ? null : stoppedWords;
  } catch (fault) {
    log.error("the stop switch cannot be read, so nothing is clicked", fault);
    return unsureWords;
  }
}
