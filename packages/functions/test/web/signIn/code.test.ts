import { expect, test } from "vitest";
import { signInCookie } from "../../../src/web/signIn/signedIn.ts";
import { testDatabase } from "../../support/database.ts";
import { itemsIn } from "../../support/items.ts";
import { aMember } from "../../support/member.ts";
import { goodForm, pages } from "../../support/web.ts";

const database = testDatabase();

type Web = ReturnType<typeof pages>;

const located = (answer: Response) => [answer.status, answer.headers.get("location")];
const codeIn = ({ mails }: Web) => /^\d{6}/.exec(mails.at(-1)?.subject ?? "")?.[0] ?? "";

/** Asks for a code by one of the two forms; resolves to what the browser then sends along. */
async function asked(web: Web, path: "/sign-up" | "/sign-in", email: string) {
  const answer = await web.post(path, path === "/sign-up" ? { ...goodForm, email } : { email });
  expect(located(answer)).toEqual([303, "/code"]);
  return web.waitingIn(answer);
}

/** An answer without what is random in it. */
async function sameness(answer: Response) {
  const headers = [...answer.headers].map(([name, value]) => [
    name,
    value.replace(/[0-9a-f]{64}\.[^;]+/, "…"),
  ]);
  return [answer.status, headers, await answer.text()];
}

test("whoever fills in the form is a member once the code from the mail is typed in the same browser", async () => {
  const web = pages(await database.table());
  const browser = await asked(web, "/sign-up", "  Ada@Example.org ");
  expect(await web.all.findByEmail("ada@example.org")).toBeNull();
  expect(web.mails).toMatchObject([{ to: "ada@example.org", subject: `${codeIn(web)} is your Lapse code` }]);
  const page = await (await web.app.request("/code", { headers: browser })).text();
  expect(page).toMatch(/autocomplete="one-time-code"/);
  expect(page).toMatch(/inputmode="numeric"/);
  expect(page).toContain("<bdi>ada@example.org</bdi>");
  const answer = await web.post(
    "/code",
    { code: ` ${codeIn(web).slice(0, 3)} ${codeIn(web).slice(3)}` },
    browser,
  );
  expect(located(answer)).toEqual([303, "/connect"]);
  expect(await web.all.findByEmail("ada@example.org")).toMatchObject({
    ...{ email: "ada@example.org", session: "none", mail: "on", lastDigestSlot: null, startedAt: null },
    policy: { olderThanDays: 45, perDay: 5, noticeDays: 14, timezone: "Europe/Berlin" },
  });
  const [signedIn = ""] = answer.headers.getSetCookie().filter((each) => each.startsWith(signInCookie));
  expect(signedIn).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const cookie = signedIn.split(";")[0] ?? "";
  expect(located(await web.app.request("/sign-in", { headers: { cookie } }))).toEqual([303, "/dashboard"]);
  expect(located(await web.post("/sign-out", {}, { cookie }))).toEqual([303, "/"]);
  expect((await web.app.request("/sign-in", { headers: { cookie } })).status).toBe(200);
});

test("a known address and a new one get the same answers; only the mail tells them apart, and no rules change", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const before = await web.all.get("ada");
  const answers = async (path: string, email: string) => {
    const answer = await web.post(path, path === "/sign-up" ? { ...goodForm, email } : { email });
    const browser = web.waitingIn(answer);
    const page = await sameness(await web.app.request("/code", { headers: browser }));
    const wrong = await sameness(await web.post("/code", { code: "999999" }, browser));
    return JSON.stringify([await sameness(answer), page, wrong]).replaceAll(email, "X");
  };
  for (const path of ["/sign-up", "/sign-in"])
    expect(await answers(path, "ada@example.org")).toBe(await answers(path, "new@example.org"));
  expect(web.mails.map(({ subject }) => subject.replace(/\d{6}/, "N"))).toEqual([
    ...["N is your Lapse code", "N is your Lapse code", "N is your Lapse code"],
    "There is no Lapse account for this address",
  ]);
  expect(web.mails[0]?.text).toContain("Your rules were not changed");
  expect(web.mails[3]?.text).toContain("https://lapse.example.org/");
  expect(await web.all.get("ada")).toEqual(before);
});

test("the code that a known address gets from the sign-up form signs in and leaves the rules as they were", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const before = await web.all.get("ada");
  const browser = await asked(web, "/sign-up", "ada@example.org");
  expect(located(await web.post("/code", { code: codeIn(web) }, browser))).toEqual([303, "/dashboard"]);
  expect(await web.all.get("ada")).toEqual(before);
});

test("a code that is wrong, used, too old, for nobody or from another browser gets one answer, and signs nobody in", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const sentences = new Set<string>();
  const refused = async (code: string, headers: Readonly<Record<string, string>>) => {
    const answer = await web.post("/code", { code }, headers);
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
    sentences.add(/<li><a href="#\w+">([^<]*)</.exec(await answer.text())?.[1] ?? "");
  };
  const browser = await asked(web, "/sign-in", "ada@example.org");
  const code = codeIn(web);
  await refused("999999", browser);
  await refused(code, {});
  await refused(code, { cookie: browser.cookie.replace(/\..*/, ".another-0123456789") });
  expect(located(await web.post("/code", { code }, browser))).toEqual([303, "/dashboard"]);
  await refused(code, browser);
  const late = await asked(web, "/sign-in", "ada@example.org");
  web.clock.now += 10 * 60_000;
  await refused(codeIn(web), late);
  // Codes count up here, so the one that was made and not mailed can be guessed.
  const nobody = await asked(web, "/sign-in", "nobody@example.org");
  await refused("000003", nobody);
  expect([...sentences]).toEqual([expect.stringContaining("not right, or no longer valid")]);
});

test("another mail brings another code, and ends the one before", async () => {
  const web = pages(await database.table());
  await web.all.add(aMember("ada"));
  const browser = await asked(web, "/sign-in", "ada@example.org");
  const first = codeIn(web);
  expect(located(await web.post("/code/again", {}, browser))).toEqual([303, "/code?again=1"]);
  expect(codeIn(web)).not.toBe(first);
  expect((await web.post("/code", { code: first }, browser)).status).toBe(422);
  expect(located(await web.post("/code", { code: codeIn(web) }, browser))).toEqual([303, "/dashboard"]);
  expect(located(await web.post("/code/again", {}, browser))).toEqual([303, "/code"]);
  expect(web.mails).toHaveLength(2);
});

test("an address gets five codes an hour, however many ask at once, and the sixth hears when to come back", async () => {
  const web = pages(await database.table());
  const ask = (number: number) =>
    web.post("/sign-in", { email: "ada@example.org" }, { "x-test-source": `place ${number}` });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => ask(number)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
  const [refused] = answers.filter(({ status }) => status === 429);
  expect(refused?.headers.get("retry-after")).toBe("1800");
  expect(await refused?.text()).toContain("Try again in 30 minutes.");
  expect(web.mails).toHaveLength(5);
});

test("one place gets twenty codes and sixty tries an hour, for whatever addresses", async () => {
  const web = pages(await database.table());
  const ask = (number: number) => web.post("/sign-in", { email: `ada-${number}@example.org` });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, number) => ask(number)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(20);
  const tries = Array.from({ length: 70 }, () => web.post("/code", { code: "123456" }));
  expect((await Promise.all(tries)).filter(({ status }) => status === 429)).toHaveLength(10);
  expect((await web.post("/code", { code: "123456" }, { "x-test-source": "elsewhere" })).status).toBe(422);
});

test("a mail that is not sent is counted and changes no answer, and no address and no code stands in the log", async () => {
  const table = await database.table();
  const reason = "SES refused it: MessageRejected";
  const web = pages(table, { mailer: { send: async () => ({ kind: "refused", reason }) } });
  const browser = await asked(web, "/sign-up", "ada@example.org");
  expect(web.lines).toMatchObject([{ level: "warn", data: { outcome: "refused", reason } }]);
  expect(web.counted).toEqual({ CodesFailed: [1] });
  expect(located(await web.post("/code", { code: "000001" }, browser))).toEqual([303, "/connect"]);
  expect(JSON.stringify(web.lines)).not.toMatch(/ada@example|000001/);
  expect((await itemsIn(table)).filter(({ sk }) => String(sk).startsWith("code#"))).toEqual([]);
});

test("what is no address is said beside the field, and no mail goes anywhere", async () => {
  const web = pages(await database.table());
  const answer = await web.post("/sign-in", { email: "ada" });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('<a href="#email">');
  expect(page).toMatch(/name="email"[^>]*value="ada"[^>]*aria-invalid="true"/s);
  expect(web.mails).toEqual([]);
});
