import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import { always, on, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, idsIn, noon, pageFrom, paginationPath, type Visit, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, generated: { count: 23 } });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const html = async (path?: string) => (await browser.page(path)).text();
const more = (start: number) => browser.post(paginationPath, pageFrom(start));
const ids = (from: number, to: number) =>
  member
    .pending()
    .slice(from, to)
    .map(({ id }) => id);

describe("the Sent page", () => {
  it("has ten rows in the document and their ids in its payload", async () => {
    const page = await html();
    expect(page.match(/role="listitem"/g)).toHaveLength(10);
    expect(idsIn(page)).toEqual(ids(0, 10));
    expect(page).toContain("People (23)");
    expect(page).toContain('href="/feed/"');
    expect(page).not.toContain("data-view-name");
  });

  it("links the first ten Withdraw controls to the feed and the later ones to the list", async () => {
    const hrefs = [
      ...(await html()).matchAll(/aria-label="Withdraw invitation sent to [^"]*" href="([^"]*)"/g),
    ];
    expect(hrefs.map((match) => match[1])).toEqual(Array(10).fill(`${replica.origin}/`));
    expect(await (await more(10)).text()).toContain(
      `"href":"${replica.origin}/mynetwork/invitation-manager/sent/"`,
    );
  });

  it("keeps the aside, its closed dialogs and the footer inside main", async () => {
    const main = /<main.*<\/main>/s.exec(await html())?.[0] ?? "";
    expect(main.match(/<dialog class/g)).toHaveLength(2);
    expect(main).toContain("<iframe");
    expect(main).toContain(`<a href="${replica.origin}/"><p>More</p></a></footer>`);
  });

  it("says who is signed in by a link to the own profile, unless a fault takes it away", async () => {
    expect(await html()).toContain(`href="${replica.origin}/in/ada-sender/"`);
    member.faults.identity = "none";
    expect(await html()).not.toContain("/in/ada-sender/");
  });

  it("prints what people wrote as text, never as markup, also in its scripts", async () => {
    member = replica.addMember({
      ...ada,
      slug: "eve",
      invitations: [{ name: '<b>"&', slug: "ä b", ageMs: dayMs, note: "</script><script>alert(1)</script>" }],
    });
    browser = visit(replica, member.mintSession());
    const page = await html();
    expect(page).toContain("&lt;b&gt;&quot;&amp;");
    expect(page).toContain("/in/%C3%A4%20b/");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<b>");
  });

  it("counts ages and its Date from the replica's own clock", async () => {
    member.faults.dateSkewMs = -dayMs;
    const response = await browser.page();
    expect(response.headers.get("date")).toBe(new Date(noon - dayMs).toUTCString());
    expect(await response.text()).toContain("Sent 15 minutes ago");
  });

  it("prints links with another origin where one is asked for", async () => {
    const other = await startReplica({ origin: "https://www.linkedin.com", now: () => noon });
    try {
      const eve = other.addMember({ ...ada, generated: { count: 1 } });
      const page = await (await visit(other, eve.mintSession()).page()).text();
      expect(page).toContain('href="https://www.linkedin.com/mynetwork/invitation-manager/sent/CONNECTION/"');
      expect(page).not.toContain(other.origin);
    } finally {
      await other.close();
    }
  });
});

describe("the rows after the tenth", () => {
  it("come ten at a time, until a short page without ids ends them", async () => {
    expect(idsIn(await (await more(10)).text())).toEqual(ids(10, 20));
    expect(idsIn(await (await more(20)).text())).toEqual(ids(20, 23));
    const end = await (await more(30)).text();
    expect(idsIn(end)).toEqual([]);
    expect(end.length).toBeLessThan(300);
  });

  it("move up when an invitation is gone, so that an old index skips one", async () => {
    const eleventh = ids(10, 11)[0] ?? "";
    expect(idsIn(await (await more(10)).text())).toContain(eleventh);
    member.accept(ids(0, 1)[0] ?? "");
    expect(idsIn(await (await more(10)).text())).not.toContain(eleventh);
  });

  it("are refused without the csrf-token that repeats JSESSIONID", async () => {
    expect((await browser.post(paginationPath, pageFrom(10), "ajax:1")).status).toBe(403);
    expect(replica.journal.of("pagination").map(({ outcome }) => outcome)).toEqual(["refused: csrf-token"]);
  });

  it("fail as often as a fault says", async () => {
    member.faults.pagination = [on(2, "500", 2)];
    const statuses = [];
    for (const start of [10, 10, 10, 10]) statuses.push((await more(start)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  it("can end too early", async () => {
    member.faults.pagination = [always("wrongEnd")];
    expect(idsIn(await (await more(10)).text())).toEqual([]);
  });
});

describe("faults of the list", () => {
  it("show no id at all with noIds", async () => {
    member.faults.noIds = true;
    const shown = (await html()) + (await (await more(10)).text());
    expect(ids(0, 23).filter((id) => shown.includes(id))).toEqual([]);
  });

  it.each([
    [{ text: "1.2K" }, "People (1.2K)"],
    [{ number: 1100 }, "People (1,100)"],
  ] as const)("print the counter %o as %s", async (pill, text) => {
    member.faults.pill = pill;
    expect(await html()).toContain(`>${text}<`);
  });

  it("leave the counter out", async () => {
    member.faults.pill = "missing";
    expect(await html()).not.toContain(">People (");
  });

  it("cut the payload into several calls that join to the same text", async () => {
    const payload = (page: string) =>
      [...page.matchAll(/__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
        .map((match) => JSON.parse(match[1] ?? '""'))
        .join("");
    const whole = payload(await html());
    member.faults.islandChunks = 7;
    const page = await html();
    expect(page.match(/__next_f\.push/g)).toHaveLength(7);
    expect(payload(page)).toBe(whole);
  });

  it("fill an empty list with people to connect with", async () => {
    member = replica.addMember({ ...ada, slug: "nobody" });
    browser = visit(replica, member.mintSession());
    const page = await html();
    expect(page).toContain("Invite Sol Passing to connect");
    expect(page).not.toContain('aria-label="Withdraw');
  });
});

it("redirects the bare address of the manager to the Received tab, where others can be accepted", async () => {
  const response = await browser.page("/mynetwork/invitation-manager/");
  expect(response.headers.get("location")).toBe("/mynetwork/invitation-manager/received/");
  const page = await html("/mynetwork/invitation-manager/received/");
  expect(page).toContain("Accept Otto Stranger’s invitation");
  expect(page).not.toContain('aria-label="Withdraw');
});
