import type { Page } from "puppeteer-core";
import { launchProfile, type RunningBrowser } from "./launch.ts";
import { isLoopback, type MemberTab } from "./memberTab.ts";
import { openTabOfProfile } from "./tab.ts";

/** A window on a profile, for a person to sign in by hand. */
export interface ProfileWindow {
  readonly page: Page;
  /** Whether it is still open: the person may close it. */
  isOpen(): boolean;
  /** Where its tabs are. */
  addresses(): readonly string[];
  /** The names and values of the site's cookies, from whichever tab they came. */
  cookies(): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** Ends the browser in its own time, so that what it holds is on disk. */
  close(): Promise<void>;
}

/** An unseen browser on a profile that stays, at no page yet. Throws what launching throws. */
export async function openProfileTab(directory: string, site: string): Promise<MemberTab> {
  const running = await launchProfile({
    ...{ profile: directory, window: false, loopbackOnly: isLoopback(site) },
  });
  try {
    const tab = await openTabOfProfile(running, site);
    return { tab, start: running.start, close: () => running.close(tab.isOwing()) };
  } catch (cause) {
    await running.close();
    throw cause;
  }
}

/** A window of a full browser on a profile that stays, at no page yet. Throws what launching throws. */
export async function openProfileWindow(directory: string, site: string): Promise<ProfileWindow> {
  const running = await launchProfile({
    ...{ profile: directory, window: true, loopbackOnly: isLoopback(site) },
  });
  try {
    return await windowOf(running, site);
  } catch (cause) {
    await running.close();
    throw cause;
  }
}

async function windowOf(running: RunningBrowser, site: string): Promise<ProfileWindow> {
  const { browser } = running;
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const { hostname } = new URL(site);
  return {
    page,
    isOpen: () => browser.connected && browser.targets().some((target) => target.type() === "page"),
    addresses: () => browser.targets().flatMap((target) => (target.type() === "page" ? [target.url()] : [])),
    cookies: async () =>
      (await browser.defaultBrowserContext().cookies())
        .filter(({ domain }) => belongs(hostname, domain))
        .map(({ name, value }) => ({ name, value })),
    close: () => running.close(),
  };
}

/** Whether a cookie of this domain is sent to the host. */
function belongs(host: string, domain: string): boolean {
  const bare = domain.replace(/^\./, "");
  return host === bare || host.endsWith(`.${bare}`);
}
