import { launchBrowser } from "@lapse/browser/launch";
import type { Replica, ReplicaMember } from "@lapse/replica/replica";

export interface Floor {
  readonly totalMs: number;
  /** Of one dialog and one withdrawal, mean. */
  readonly withdrawMs: number;
}

/** The same requests by `fetch` from inside the page, one after another: what no driver can be faster than. */
export async function floorOf(replica: Replica, member: ReplicaMember, withdrawals: number): Promise<Floor> {
  const running = await launchBrowser({ loopbackOnly: true });
  try {
    const page = await running.browser.newPage();
    const url = replica.origin;
    await running.browser.setCookie(
      ...member
        .mintSession()
        .cookies.map(({ name, value }) => ({ name, value, domain: new URL(url).hostname, path: "/" })),
    );
    const began = performance.now();
    await page.goto(`${url}/mynetwork/invitation-manager/sent/`, { waitUntil: "domcontentloaded" });
    await page.waitForFunction("typeof window.replicaFloor === 'function'");
    const timings = (await page.evaluate(`window.replicaFloor(${withdrawals})`)) as { withdrawMs: number[] };
    const totalMs = performance.now() - began;
    return {
      totalMs,
      withdrawMs: timings.withdrawMs.reduce((sum, ms) => sum + ms, 0) / timings.withdrawMs.length,
    };
  } finally {
    await running.close();
  }
}
