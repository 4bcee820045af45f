import type { Tab } from "@lapse/core/linkedin/visit/tab";
import type { Session } from "@lapse/core/session/session";
import type { FindOptions } from "./find.ts";
import type { BrowserStart } from "./ladder.ts";
import { launchBrowser } from "./launch.ts";
import { openTab } from "./tab.ts";

export interface MemberTab {
  readonly tab: Tab;
  readonly start: BrowserStart;
  close(): Promise<void>;
}

/** A browser of its own for one member, signed in with the session, at no page yet. Throws what launching throws. */
export async function openMemberTab(
  site: string,
  session: Session,
  onUnpack?: () => void,
  environment?: NonNullable<FindOptions["environment"]>,
): Promise<MemberTab> {
  const running = await launchBrowser({
    loopbackOnly: isLoopback(site),
    ...(session.userAgent === undefined ? {} : { userAgent: session.userAgent }),
    ...(onUnpack === undefined ? {} : { onUnpack }),
    ...(environment === undefined ? {} : { environment }),
  });
  try {
    const tab = await openTab(running, { site, cookies: session.cookies });
    return { tab, start: running.start, close: () => running.close(tab.isOwing()) };
  } catch (cause) {
    await running.close();
    throw cause;
  }
}

/** Whether an origin is this computer: a replica or a test, from which nothing may leave. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
