import type { LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { adaIn } from "./stage.ts";

const day = 86_400_000;

const database = testDatabase();

/** Ada with a list of 40. */
async function stage(member: Partial<Member> = {}, count = 40) {
  const web = await adaIn(await database.table(), { member, count });
  const policy = async () => (await web.all.get("ada"))?.policy ?? defaultPolicy;
  const tell = (fact: LedgerFact) =>
    web.ports.ledgerOf("ada").append({ ...fact, at: monday - day, run: "run-1", account: null });
  return { ...web, policy, tell };
}

test("the dashboard says how things stand, and shows each invitation with its day, its reason and one button", async () => {
  const { get } = await stage();
  const { status, page } = await get("/dashboard");
  expect(status).toBe(200);
  expect(page).toContain("10 invitations are coming up");
  for (const part of [
    "Coming up",
    "Not old enough yet",
    ">Pause<",
    "Your rules in words",
    "Take it with you",
  ])
    expect(page).toContain(part);
  expect(page).toContain('href="https://www.linkedin.com/in/person-35"');
  expect(page).toMatch(
    /<bdi>Person 35<\/bdi>[^\n]*From 1 December at the earliest\. Sent 35 days ago, more than your 30\./,
  );
});

test("each state of the dashboard is told by a sentence of its own", async () => {
  const states: readonly (readonly [Partial<Member>, number, string])[] = [
    [{ session: "none", connectedAt: null, startedAt: null }, 0, "One thing is left to do"],
    [{ session: "none", connectedAt: null }, 3, "You are disconnected"],
    [{ startedAt: null }, 3, "Nothing is withdrawn until you start it"],
    [{ policy: { ...defaultPolicy, paused: true } }, 3, "You paused Lapse"],
    [{ session: "out-of-use" }, 3, "LinkedIn signed us out"],
    [{}, 0, "the first sweep has still to read your list"],
    [{}, 3, "All is well: nothing is coming up."],
  ];
  for (const [changes, count, sentence] of states) {
    const { get } = await stage(changes, count);
    expect((await get("/dashboard")).page).toContain(sentence);
  }
  const { get, readings } = await stage({}, 0);
  await readings.put("ada", aReading(0));
  expect((await get("/dashboard")).page).toContain("No invitation of yours is waiting for an answer.");
});

test("no heading says that somebody is coming up under a status that says nobody is", async () => {
  const { get } = await stage({ mail: "off", mailOff: "bounced" });
  const { page } = await get("/dashboard");
  expect(page).toContain("Nothing is coming up.");
  expect(page).toMatch(/<h2[^>]*>Old enough, no day yet <span class="count">10</);
  expect(page).not.toMatch(/<h2[^>]*>Coming up/);
});

test("pausing is one press, and so is resuming", async () => {
  const { get, post, policy } = await stage();
  expect((await post("/pause")).location).toBe("/dashboard?done=paused");
  expect((await policy()).paused).toBe(true);
  const { page } = await get("/dashboard?done=paused");
  expect(page).toContain('action="/resume"');
  expect(page).not.toContain("at the earliest");
  await post("/resume");
  expect((await policy()).paused).toBe(false);
});

test("a person is kept by their profile with one press, shown as kept, and let go again", async () => {
  const { get, post, policy, keyOf } = await stage();
  const key = keyOf(35);
  const { location } = await post("/keep-one?state=coming", { key });
  expect(location).toBe("/dashboard?state=coming&done=kept");
  expect((await policy()).keep.profiles).toEqual(["https://www.linkedin.com/in/person-35"]);
  const { page } = await get("/dashboard?state=kept");
  expect(page).toContain("On your keep list.");
  expect(page).toMatch(new RegExp(`action="/unkeep-one\\?state=kept"><button[^>]*value="${key}"`));
  await post("/unkeep-one", { key });
  expect((await policy()).keep.profiles).toEqual([]);
});

test("who has no profile is kept by their name, and by that word let go", async () => {
  const { readings, get, post, policy, keyOf } = await stage();
  await readings.put(
    "ada",
    aReading(40, { change: (rank) => (rank === 35 ? { profile: null, addresses: [] } : {}) }),
  );
  await post("/keep-one", { key: keyOf(35) });
  expect((await policy()).keep).toMatchObject({ profiles: [], words: ["Person 35"] });
  expect((await get("/dashboard?state=kept")).page).toContain('action="/unkeep-word?state=kept"');
  expect((await post("/unkeep-word", { word: "Person 35" })).status).toBe(303);
  expect((await policy()).keep.words).toEqual([]);
});

test("somebody is kept by a link or a word that is typed; what is neither is refused with a sentence", async () => {
  const { post, policy } = await stage();
  await post("/keep-word", { text: " https://www.linkedin.com/in/bo/?x " });
  await post("/keep-word", { text: "Fictional Labs" });
  expect((await policy()).keep).toMatchObject({
    ...{ profiles: ["https://www.linkedin.com/in/bo/?x"], words: ["Fictional Labs"] },
  });
  for (const text of ["", "https://www.linkedin.com/company/x", "x".repeat(200)]) {
    const { status, page } = await post("/keep-word", { text });
    expect(status).toBe(422);
    expect(page).toContain("Nobody was added to your keep list");
  }
});

test("two who keep different people at the same time both keep them", async () => {
  const { post, policy, keyOf } = await stage();
  await Promise.all([35, 36, 37, 38].map((rank) => post("/keep-one", { key: keyOf(rank) })));
  expect((await policy()).keep.profiles).toHaveLength(4);
});

test("a look is asked for once, and refused politely while one is under way or nothing may be opened", async () => {
  const { get, post, sent, errands } = await stage();
  expect((await post("/look")).location).toBe("/dashboard?done=look");
  expect(sent).toMatchObject([{ kind: "look", memberId: "ada" }]);
  expect((await errands.list("ada"))[0]).toMatchObject({ kind: "look", runId: sent[0]?.runId });
  expect((await get("/dashboard")).page).toContain("Lapse is at work on LinkedIn for you");
  const { status, page } = await post("/look");
  expect([status, page.includes("Lapse is looking already"), sent.length]).toEqual([409, true, 1]);
  for (const changes of [{ session: "none" as const }, { policy: { ...defaultPolicy, paused: true } }]) {
    const other = await stage(changes);
    expect((await other.post("/look")).status).toBe(409);
    expect(other.sent).toEqual([]);
  }
});

test("withdrawing one now is asked first, says that it cannot be undone, and then is handed to a worker once", async () => {
  const { get, post, sent, keyOf } = await stage();
  const key = keyOf(35);
  const asked = await get(`/withdraw-now?key=${encodeURIComponent(key)}`);
  expect(asked.page).toContain("This cannot be undone.");
  expect(asked.page).toContain("Person 35");
  expect(sent).toEqual([]);
  expect((await post("/withdraw-now", { key })).location).toBe("/dashboard?done=withdraw");
  expect(sent).toMatchObject([{ kind: "withdraw", memberId: "ada", profile: "/in/person-35" }]);
  expect((await post("/withdraw-now", { key })).status).toBe(409);
  expect(sent).toHaveLength(1);
  expect((await get("/dashboard?state=coming")).page).toContain("Being withdrawn now, as you asked.");
});

test("who is kept, gone, or not to be touched yet is not withdrawn now either", async () => {
  const paused = { policy: { ...defaultPolicy, paused: true } };
  const keeping = { policy: { ...defaultPolicy, keep: { ...defaultPolicy.keep, words: ["Person 35"] } } };
  for (const changes of [paused, keeping, { startedAt: null }, { session: "out-of-use" as const }]) {
    const { post, sent, keyOf } = await stage(changes);
    const { status } = await post("/withdraw-now", { key: keyOf(35) });
    expect([status, sent]).toEqual([409, []]);
  }
  const { post, sent, tell, keyOf, readings } = await stage();
  await readings.put("ada", aReading(40, { at: monday - 2 * day }));
  const [gone] = aReading(40, { at: monday - 2 * day }).sent.invitations.slice(35);
  if (gone === undefined) throw new Error("The list is too short.");
  const { id, profile, name, sentAt } = gone;
  await tell({ kind: "withdrawn", invitation: { id, profile, name, sentAt } });
  expect((await post("/withdraw-now", { key: `id:${id}` })).status).toBe(409);
  expect([keyOf(35) === `id:${id}`, sent]).toEqual([false, []]);
});

test("more than a handful of withdrawals at once are refused: a sweep has its pace", async () => {
  const { post, sent, keyOf } = await stage();
  const statuses: number[] = [];
  for (const rank of [31, 32, 33, 34, 35, 36])
    statuses.push((await post("/withdraw-now", { key: keyOf(rank) })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 409]);
  expect(sent).toHaveLength(5);
});

test("the search finds by a part of the name, in any case, and says when there is nobody", async () => {
  const { get } = await stage();
  const found = (await get("/dashboard?q=pErSoN+35")).page;
  expect(found).toContain("<bdi>Person 35</bdi>");
  expect(found).not.toContain("Person 34");
  expect((await get("/dashboard?q=%3Cb%3E")).page).toContain("Nobody called “<bdi>&lt;b&gt;</bdi>”");
});

test("a list of 2,000 is folded, and each group is paged through whole", async () => {
  const big = await stage({}, 2000);
  const { page } = await big.get("/dashboard");
  expect(page.match(/<li><span class="who">/g)?.length).toBeLessThanOrEqual(150);
  expect(page).toContain('<a href="/dashboard?state=dayless">Show all 1970</a>');
  const seen = new Set<string>();
  for (let number = 1; number <= 10; number++) {
    const part = (await big.get(`/dashboard?state=dayless&page=${number}`)).page;
    for (const [, name] of part.matchAll(/class="who"><a[^>]*><bdi>([^<]*)/g)) seen.add(name ?? "");
  }
  expect(seen.size).toBe(1970);
  expect((await big.get("/dashboard?state=dayless&page=9999")).page).toContain("page 10 of 10");
});

test("names are shown as text, whatever somebody calls themselves", async () => {
  const { get, post, readings, keyOf } = await stage();
  const name = '<script>alert(1)</script>"\u202e & co';
  await readings.put(
    "ada",
    aReading(40, { change: (rank) => (rank === 35 ? { name, headline: name } : {}) }),
  );
  for (const path of ["/dashboard", `/withdraw-now?key=${keyOf(35)}`, "/dashboard?state=coming"]) {
    const { page } = await get(path);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; co");
    expect(page).not.toMatch(/<script>alert|\u202e/);
  }
  await post("/keep-one", { key: keyOf(35) });
  expect((await get("/dashboard?state=kept")).page).toContain("&lt;script&gt;");
});

test("the history says what was done and who has to act, and an answer to what was asked for is shown", async () => {
  const { get, tell, errands } = await stage();
  const ended = { kind: "sweep-ended", pending: 3, read: 3, counts: {}, upcoming: [] } as const;
  await tell({ ...ended, outcome: "page-drift", message: "The page was not as we know it." });
  await errands.begin("ada", { kind: "look", about: "", runId: "run-7", askedAt: monday });
  const state = {
    kind: "ended",
    at: monday,
    outcome: "previewed",
    message: "3 of 40 would be withdrawn.",
  } as const;
  await errands.end("ada", "run-7", state);
  const { page } = await get("/dashboard");
  expect(page).toContain("The page was not as we know it.");
  expect(page).toContain("Ours to look at");
  expect(page).toContain("3 of 40 would be withdrawn.");
});

test("old links lead to the dashboard, and whoever is not signed in to the sign-in page", async () => {
  const { app, get } = await stage();
  expect(await get("/manage")).toMatchObject({ status: 303, location: "/dashboard" });
  for (const path of ["/dashboard", "/withdraw-now?key=id:1", "/export.csv", "/account", "/disconnect"]) {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
  }
});
