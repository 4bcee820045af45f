import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { signIn } from "@lapse/local/demo/signIn";
import { demoMembers } from "@lapse/replica/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shiftClock } from "./shiftedClock.ts";
import { mailsTo, openStory, press, type, until, withdrawnOf, words } from "./story.ts";
import { openWindow, type Window } from "./window.ts";

const day = 86_400_000;
const clock = shiftClock();
let window: Window;
let story: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => {
  [window, story] = await Promise.all([openWindow(), openStory()]);
});
afterAll(async () => {
  await window.close();
  await story.stop();
  clock.restore();
});

test("a member signs up, connects, starts, is mailed, keeps somebody, pauses, exports and leaves, on a phone and without JavaScript", async () => {
  const { local } = story;
  const { form } = local.addresses;
  const [ada] = demoMembers(Date.now());
  const account = local.replica.addMember(ada);
  const page = await window.open(form, { width: 390, scheme: "light", script: false });
  await page.setJavaScriptEnabled(false);

  // Sign up, with the code from the inbox.
  await page.goto(form, { waitUntil: "load" });
  await type(page, "email", ada.email);
  await press(page, "Sign up");
  const [first] = await mailsTo(local, ada.email);
  const code = /^\d{6}/.exec(first?.subject ?? "")?.[0] ?? "";
  await type(page, "code", code);
  await press(page, "Go on");
  expect(new URL(page.url()).pathname).toBe("/connect");

  // Connect by a paste; it is tried at once.
  await page.goto(`${form}/connect/paste`, { waitUntil: "load" });
  const { cookies } = await signIn(local.replica.origin, ada);
  await type(page, "paste", `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join("; ")}`);
  await press(page, "Try this session");
  expect(await until(page, /ada-sender/)).toContain("/in/ada-sender");

  // Preview: the real list; another number; nothing has happened.
  await page.goto(`${form}/preview`, { waitUntil: "load" });
  expect(await words(page)).toMatch(/pending23/);
  expect(await words(page)).toMatch(/due7/);
  await type(page, "olderThanDays", "100");
  await press(page, "Use this number");
  expect(await words(page)).toMatch(/due2/);
  await type(page, "olderThanDays", "60");
  await press(page, "Use this number");
  expect(await words(page)).toMatch(/due4/);
  await local.functions.dispatch();
  expect(withdrawnOf(account)).toEqual([]);
  await press(page, "Start the clean-up");

  // A sweep before the notice has passed withdraws nobody.
  clock.advance(day);
  await story.sweep();
  expect(withdrawnOf(account)).toEqual([]);

  // The digest names them with their days, and one is kept from the mail.
  const before = (await mailsTo(local, ada.email)).length;
  for (let passed = 0; passed < 7 && (await mailsTo(local, ada.email)).length === before; passed++) {
    clock.advance(day);
    await local.functions.digest();
  }
  const digest = (await mailsTo(local, ada.email)).at(-1);
  expect(digest?.subject).toMatch(/^4 invitations coming up on /);
  const keep =
    /href="([^"]*\/keep\?[^"]*)"/.exec(digest?.body.html ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
  await page.deleteCookie(...(await page.cookies(form)));
  await page.goto(keep, { waitUntil: "load" });
  const kept = await page.$eval("main bdi", (name) => name.textContent);
  await press(page, `Keep ${kept}`);
  expect(await words(page)).toContain(kept ?? "?");

  // The next sweep after the notice leaves that one alone and withdraws the others.
  clock.advance(8 * day);
  await story.sweep();
  expect(withdrawnOf(account)).toHaveLength(3);
  expect(withdrawnOf(account)).not.toContain(kept);

  // Signing in again, pausing, exporting, leaving.
  await page.goto(`${form}/sign-in`, { waitUntil: "load" });
  await type(page, "email", ada.email);
  await press(page, "Send me a code");
  const again = /^\d{6}/.exec((await mailsTo(local, ada.email)).at(-1)?.subject ?? "")?.[0] ?? "";
  await type(page, "code", again);
  await press(page, "Go on");
  expect(await words(page)).toContain("Val Last");
  await press(page, "Pause");
  expect(await words(page)).toMatch(/paused/i);
  const cookie = (await page.cookies(form)).map(({ name, value }) => `${name}=${value}`).join("; ");
  const csv = await (await fetch(`${form}/export.csv`, { headers: { cookie } })).text();
  expect(csv).toContain("Val Last");
  await page.goto(`${form}/account/delete`, { waitUntil: "load" });
  await press(page, "Delete everything");
  expect(await words(page)).toMatch(/deleted/i);
  expect(await left()).toEqual([]);
});

/** What the whole store still holds, but for the counters of source addresses: they are nobody's, and end in an hour. */
async function left(): Promise<unknown[]> {
  const client = new DynamoDBClient();
  const { Items } = await client.send(new ScanCommand({ TableName: "lapse", ConsistentRead: true }));
  client.destroy();
  return (Items ?? []).filter(({ pk }) => !String(pk).startsWith("source#"));
}
