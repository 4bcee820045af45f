import { describe, expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { aMember, connected, monday } from "../../support/member.ts";
import { pages } from "../../support/web.ts";

const database = testDatabase();

const cookies = {
  li_at: "AQEDAR-secret-of-ada",
  JSESSIONID: '"ajax:1234567890123456789"',
  bcookie: '"v=2&01234567-89ab"',
  bscookie: '"v=1&20261123abcdef"',
  lidc: '"b=VB00:s=V:r=V"',
};
const header = (without: readonly string[] = []) =>
  Object.entries({ ...cookies, unrelated: "tracking-value" })
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");

async function ada() {
  const web = pages(await database.table());
  await web.all.add(aMember("ada", { startedAt: null }));
  const headers = await web.signIn("ada");
  const get = async (path: string) => {
    const answer = await web.app.request(path, { headers });
    return { status: answer.status, to: answer.headers.get("location"), page: await answer.text() };
  };
  const paste = (text: string, more: Readonly<Record<string, string>> = {}) =>
    web.post("/connect/paste", { paste: text, ...more }, headers);
  return { ...web, headers, get, paste };
}

test("nobody who is not signed in sees or does anything here", async () => {
  const { app, post, sent } = await ada();
  for (const path of ["", "/guide", "/paste", "/trying", "/code"]) {
    const answer = await app.request(`/connect${path}`);
    expect([answer.status, answer.headers.get("location")], path).toEqual([303, "/sign-in"]);
  }
  for (const path of ["/connect/paste", "/connect/code"])
    expect((await post(path, { paste: header() })).headers.get("location")).toBe("/sign-in");
  expect(sent).toEqual([]);
});

describe("What a session is", () => {
  test("is said before the first button, with the law, the risk and the way back", async () => {
    const { page } = await (await ada()).get("/connect");

    const until = page.indexOf('role="button"');
    const said = page.slice(0, until);

    for (const words of [
      "Section 8.2",
      "AWS Encryption SDK",
      "KMS",
      "data centre",
      "sign you out everywhere",
    ])
      expect(said).toContain(words);
    expect(said).toContain("Where you're signed in");
    expect(page.indexOf("own computer</h3>")).toBeLessThan(page.indexOf("Paste it</h3>"));
    expect(page.indexOf("Paste it</h3>")).toBeLessThan(page.indexOf("extension</h3>"));
  });

  test("goes with how things stand: connected as whom and since when, or out of use", async () => {
    const { all, get, clock } = await ada();
    expect((await get("/connect")).page).toContain("No LinkedIn account is connected.");
    await all.sessionSealed("ada", "v1", { ...connected(monday), account: "/in/ada-example" });
    clock.now += 20 * 86_400_000;
    const { page } = await get("/connect");
    expect(page).toContain("You are connected as <bdi>/in/ada-example</bdi> since 23 November.");
    expect(page).toContain("/disconnect");
    await all.sessionRetired("ada", "v1");
    expect((await get("/connect")).page).toContain("no longer works");
  });

  test("is drawn for each browser, and each drawing has words of its own", async () => {
    const { page } = await (await ada()).get("/connect/guide");
    const drawings = page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(drawings.length).toBe(12);
    for (const drawing of drawings)
      expect(drawing).toMatch(/role="img" aria-labelledby[\s\S]*<title[\s\S]*<desc/);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/<img|\sstyle=|href="https?:/);
  });
});

describe("A paste", () => {
  test("of a whole header is sealed to be tried, with the needed cookies and nothing else", async () => {
    const { paste, sent, sessions, errands } = await ada();
    const answer = await paste(`Cookie: ${header()}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/connect/trying"]);
    expect(sent).toMatchObject([{ kind: "try", memberId: "ada" }]);
    const version = sent[0]?.kind === "try" ? sent[0].version : "";
    const candidate = await sessions.candidate("ada", version);
    expect(
      Object.fromEntries(candidate?.session.cookies.map(({ name, value }) => [name, value]) ?? []),
    ).toEqual(cookies);
    expect(await errands.list("ada")).toMatchObject([
      { kind: "try", runId: sent[0]?.runId, state: { kind: "waiting" } },
    ]);
    // It is tried before it is taken.
    expect(await sessions.open("ada")).toEqual({ kind: "none" });
  });

  test("of a cURL command brings the browser's name along", async () => {
    const { paste, sent, sessions } = await ada();
    const curl = `curl 'https://www.linkedin.com/x' -H 'user-agent: Example/1.0' -b '${header()}'`;
    expect((await paste(curl)).status).toBe(303);
    const version = sent[0]?.kind === "try" ? sent[0].version : "";
    expect((await sessions.candidate("ada", version))?.session.userAgent).toBe("Example/1.0");
  });

  test.each([
    ["", "Nothing was pasted."],
    ["   \n ", "Nothing was pasted."],
    ["a letter to a friend", "There is no cookie of LinkedIn&#39;s in what you pasted."],
    ["curl 'https://example.org/' -b 'sid=abcdefgh'", "There is no cookie of LinkedIn&#39;s"],
    [header(["li_at"]), "The cookie li_at is missing"],
    [header().replace(cookies.li_at, "delete me"), "The cookie li_at is missing"],
    [header(["bscookie"]), "The cookie bscookie is missing."],
    [header(["JSESSIONID", "lidc"]), "2 cookies are missing: JSESSIONID, lidc."],
  ])("%# that does not do says what is missing and how to get it", async (text, sentence) => {
    const { paste, sent, errands } = await ada();
    const answer = await paste(text);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toContain("The field is empty again on purpose");
    expect(page).toMatch(/<textarea[^>]*><\/textarea>/);
    expect([sent, await errands.list("ada")]).toEqual([[], []]);
  });

  test("that lacks cookies is tried all the same where the member says so; without li_at it never is", async () => {
    const { paste, sent } = await ada();
    expect((await paste(header(["li_at"]), { incomplete: "on" })).status).toBe(422);
    expect(await (await paste(header(["lidc"]))).text()).toContain('name="incomplete"');
    expect((await paste(header(["lidc"]), { incomplete: "on" })).status).toBe(303);
    expect(sent).toHaveLength(1);
  });

  test("while another is being tried is not taken, and the page says so", async () => {
    const { paste, sent, get, sessions } = await ada();
    await paste(header());
    const version = sent[0]?.kind === "try" ? sent[0].version : "";
    const answer = await paste(header());
    expect(answer.headers.get("location")).toBe("/connect/trying?another");
    expect((await get("/connect/trying?another")).page).toContain("nothing of it was kept");
    expect(sent).toHaveLength(1);
    expect(await sessions.candidate("ada", version)).not.toBeNull();
  });

  test("twice at the same time is tried once", async () => {
    const { paste, sent } = await ada();
    const answers = await Promise.all([paste(header()), paste(header()), paste(header())]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(sent).toHaveLength(1);
  });

  test("that no worker can be told of is not kept, and may be given again at once", async () => {
    const { paste, ports, sent, lines, get } = await ada();
    const { send } = ports.queue;
    ports.queue.send = () => Promise.reject(new Error("the queue is away"));
    expect((await paste(header())).status).toBe(500);
    expect((await get("/connect/trying")).page).toContain("That session was not taken");
    expect(JSON.stringify(lines)).not.toContain("secret-of-ada");
    ports.queue.send = send;
    expect((await paste(header())).headers.get("location")).toBe("/connect/trying");
    expect(sent).toHaveLength(1);
  });
});

describe("What became of it", () => {
  test("is asked for again while it is waited for, by the script or by a link", async () => {
    const { paste, get } = await ada();
    expect((await get("/connect/trying")).page).toContain("No session is waiting to be tried.");
    await paste(header());
    const { page } = await get("/connect/trying");
    expect(page).toContain('data-again="2"');
    expect(page).toContain('<a href="/connect/trying" role="button">Look again</a>');
  });

  test("is the account that it belongs to, with the way to the preview", async () => {
    const { paste, get, all, errands, sent, clock } = await ada();
    await paste(header());
    clock.now += 5_000;
    await all.sessionSealed("ada", "v1", { ...connected(clock.now), account: "/in/ada-example" });
    const runId = sent[0]?.runId ?? "";
    await errands.end("ada", runId, { kind: "ended", at: clock.now, outcome: "previewed", message: "Read." });
    const { page } = await get("/connect/trying");
    expect(page).toContain("Signed in as <bdi>/in/ada-example</bdi>.");
    expect(page).toContain('href="/preview"');
    await all.disconnect("ada");
    expect((await get("/connect/trying")).page).toContain("No session is waiting to be tried.");
  });

  test.each([
    ["signed-out", "copy the session again"],
    ["challenged", "answer what it asks"],
    ["page-drift", "The fault is ours"],
    ["unreachable", "Try again in a few minutes."],
  ] as const)("is why it was not taken and what to do: %s", async (outcome, act) => {
    const { paste, get, all, errands, sent, clock } = await ada();
    // An older session may be in use all the while.
    await all.sessionSealed("ada", "v0", connected(monday - 1));
    await paste(header());
    const message = "What the <worker> said.";
    await errands.end("ada", sent[0]?.runId ?? "", { kind: "ended", at: clock.now, outcome, message });
    const { page } = await get("/connect/trying");
    expect(page).toContain("What the &lt;worker&gt; said.");
    expect(page).toContain(act);
    expect(page).not.toContain("data-again");
  });

  test("is that it is in use where no worker came to say so", async () => {
    const { paste, get, all, clock } = await ada();
    await paste(header());
    await all.sessionSealed("ada", "v1", { ...connected(clock.now + 1), account: "/in/ada-example" });
    for (const minutes of [1, 30]) {
      clock.now = monday + minutes * 60_000;
      expect((await get("/connect/trying")).page).toContain("Signed in as <bdi>/in/ada-example</bdi>.");
    }
  });

  test("is our fault where nobody came within twenty minutes", async () => {
    const { paste, get, clock } = await ada();
    await paste(header());
    clock.now += 20 * 60_000;
    const { page } = await get("/connect/trying");
    expect(page).toContain("That session is not in use");
    // It may have been tried, and whoever did so died.
    expect(page).toContain("the fault is ours: no part of Lapse came to try it,\nor to the end of it.");
    expect((await paste(header())).headers.get("location")).toBe("/connect/trying");
  });
});

describe("A code for the extension", () => {
  test("is shown once it is made, with where it leads, to this browser alone", async () => {
    const { post, headers, app, get, ports } = await ada();
    expect(await get("/connect/code")).toMatchObject({ status: 303, to: "/connect" });
    const made = await post("/connect/code", {}, headers);
    expect([made.status, made.headers.get("location")]).toEqual([303, "/connect/code"]);
    const cookie = made.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/Max-Age=600; Path=\/connect\/code; HttpOnly; SameSite=Strict$/);
    const both = { cookie: `${headers.cookie}; ${cookie.split(";")[0]}` };
    const page = await (await app.request("/connect/code", { headers: both })).text();
    const code = /https:\/\/lapse\.example\.org\/#(ada\.[\w-]+)</.exec(page)?.[1] ?? "";
    expect(await ports.extensionCodes.use(code)).toBe("ada");
  });

  test("is not shown to another member who signs in in the same browser", async () => {
    const { post, headers, app, all, signIn } = await ada();
    await all.add(aMember("bob"));
    const cookie = (await post("/connect/code", {}, headers)).headers.get("set-cookie")?.split(";")[0];
    const bob = { cookie: `${(await signIn("bob")).cookie}; ${cookie}` };
    const answer = await app.request("/connect/code", { headers: bob });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/connect"]);
    expect(answer.headers.get("set-cookie")).toMatch(/lapse-extension-code=; Max-Age=0/);
  });
});
