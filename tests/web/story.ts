import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataDirectory } from "@lapse/local/stack/dataDirectory";
import { type Local, startLocal } from "@lapse/local/stack/local";
import type { ReplicaMember } from "@lapse/replica/replica";
import type { Page } from "puppeteer-core";
import * as z from "zod";

export interface Story {
  readonly local: Local;
  /** The next morning: whoever is due is swept; resolves when those sweeps have ended. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Everything on this computer, the replica in LinkedIn's place, in a directory of its own. */
export async function openStory(): Promise<Story> {
  let ended = 0;
  const path = mkdtempSync(join(tmpdir(), "lapse-story-"));
  const local = await startLocal({
    data: openDataDirectory(path),
    signal: new AbortController().signal,
    paceMs: 0,
    report: () => undefined,
    onProgress: () => undefined,
    onSwept: () => undefined,
    onMessageEnded: () => {
      ended++;
    },
  });
  return {
    local,
    sweep: async () => {
      const before = ended;
      await local.functions.dispatch();
      await eventually(() => ended > before, "a sweep ended");
    },
    stop: async () => {
      await local.stop();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

async function eventually(holds: () => boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came to this: ${what}`);
}

const stored = z.object({
  emails: z.array(
    z.object({
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ html: z.string(), text: z.string() }),
    }),
  ),
});

export async function mailsTo(local: Local, email: string) {
  const { emails } = stored.parse(await (await fetch(new URL("/store", local.addresses.inbox))).json());
  return emails.filter(({ destination }) => destination.to.includes(email));
}

/** Presses the button that has this name, and waits for the page that comes. */
export async function press(page: Page, name: string): Promise<void> {
  const control = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, {
    timeout: 10_000,
  });
  if (control === null) throw new Error(`there is no "${name}" on ${page.url()}`);
  const arrived = page.waitForNavigation({ waitUntil: "load", timeout: 15_000 });
  await Promise.all([arrived, control.click()]).catch((cause: unknown) => {
    throw new Error(`"${name}" on ${page.url()} leads nowhere`, { cause });
  });
  await control.dispose();
}

export async function type(page: Page, id: string, text: string): Promise<void> {
  await page.$eval(
    `#${id}`,
    (field, value) => {
      (field as HTMLInputElement).value = value;
    },
    text,
  );
}

export const words = (page: Page): Promise<string> => page.$eval("main", (main) => main.textContent);

/** Loads the page again until it says this: what a person does while a worker is at it. */
export async function until(page: Page, said: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = await words(page);
    if (said.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await page.reload({ waitUntil: "load" });
  }
  throw new Error(`${page.url()} never says ${said}: ${await words(page)}`);
}

export const withdrawnOf = (member: ReplicaMember): string[] => member.withdrawn().map(({ name }) => name);
