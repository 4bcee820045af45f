import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { named, people, type Scene, scene } from "./kit.ts";

let here: Scene;
afterEach(() => here.close());

/** Resolves as soon as the server has seen `count` withdrawals, by its own journal. */
async function withdrawals(count: number): Promise<void> {
  await seen(() => here.replica.journal.withdrawals().length >= count);
}

async function seen(fact: () => boolean): Promise<void> {
  while (!fact()) await new Promise((resolve) => setImmediate(resolve));
}

/** The processes below one, by the system's own table. */
function processesBelow(pid: number): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    table.flatMap(([id = 0, up]) => (up === parent ? [id, ...below(id)] : []));
  return below(pid);
}

const isAlive = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe("an interruption", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s: the click in hand is finished and verified, the browser is closed, the next run goes on",
    async (signal) => {
      here = await scene(people(14, (i) => 35 + i));
      here.faults({ latency: { withdraw: 400 } });
      const running = here.start();
      await seen(() => here.replica.journal.withdrawals().length >= 2);
      const browser = processesBelow(running.pid);
      expect(browser.length).toBeGreaterThan(1);
      running.kill(signal);
      const ran = await running.ended;
      expect(ran.status).toBe(8);
      expect(ran.result.outcome).toBe("interrupted");
      expect(named(ran.result.items, "withdrawn").sort()).toEqual(
        here.member
          .withdrawn()
          .map((each) => each.name)
          .sort(),
      );
      expect(here.member.withdrawn()).toHaveLength(2);
      expect(browser.filter(isAlive)).toEqual([]);
      here.faults({ latency: {} });
      await here.sweep();
      expect(here.member.withdrawn()).toHaveLength(10);
    },
  );

  test("while the list is read, nothing has been clicked", async () => {
    here = await scene(people(60, (i) => 35 + i));
    here.faults({ latency: { pagination: 300 } });
    const running = here.start();
    await seen(() => here.replica.journal.of("pagination").length >= 2);
    running.kill("SIGTERM");
    const ran = await running.ended;
    expect(ran.result.outcome).toBe("interrupted");
    expect(ran.status).toBe(8);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });
});

describe("19: a sweep that is killed", () => {
  test("after the confirming click and before its record: the next run reconciles, counts it once, and keeps the cap", async () => {
    here = await scene(people(14, (i) => 35 + i));
    here.policy({ perDay: 4 });
    here.faults({ latency: { withdraw: 60_000 } });
    const running = here.start();
    await withdrawals(1);
    running.kill("SIGKILL");
    await running.ended;
    // The request had reached the site: it did its work, and nobody was there to hear of it.
    const target = here.member.pending().at(-1)?.id ?? "";
    here.member.withdraw(target);
    here.faults({ latency: {} });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("capped");
    expect(named(ran.result.items, "withdrawn")).toHaveLength(3);
    expect(ran.result.items.some((item) => item.id === target)).toBe(false);
    const ledger = readFileSync(join(here.folder, "data", "ledger.jsonl"), "utf8");
    expect(ledger).toContain('"kind":"reconciled"');
    const again = await here.sweep();
    expect(again.result.outcome).toBe("capped");
    expect(here.member.withdrawn()).toHaveLength(4);
  });

  test("one that never reached the site does not count", async () => {
    here = await scene(people(14, (i) => 35 + i));
    here.policy({ perDay: 4 });
    here.faults({ latency: { withdraw: 60_000 } });
    const running = here.start();
    await withdrawals(1);
    running.kill("SIGKILL");
    await running.ended;
    here.faults({ latency: {} });
    const ran = await here.sweep();
    expect(named(ran.result.items, "withdrawn")).toHaveLength(4);
  });
});

describe("20: two sweeps at once", () => {
  test("the second is busy, and the first is not disturbed", async () => {
    here = await scene(people(14, (i) => 35 + i));
    here.faults({ latency: { withdraw: 300 } });
    const first = here.start();
    await withdrawals(1);
    const second = await here.sweep();
    expect(second.result.outcome).toBe("busy");
    expect(second.status).toBe(7);
    const ran = await first.ended;
    expect(ran.result.outcome).toBe("capped");
    expect(here.member.withdrawn()).toHaveLength(10);
  });
});

describe("time", () => {
  test("a short budget on a slow site ends cleanly before it is over, with what was read", async () => {
    here = await scene(people(200, (i) => 35 + i / 2));
    here.faults({ latency: { pagination: 2_000 } });
    const ran = await here.sweep("--time-budget", "8");
    // Of twenty, each of which takes two seconds.
    expect(here.replica.journal.of("pagination").length).toBeLessThanOrEqual(5);
    expect(ran.result.outcome).toBe("out-of-time");
    expect(ran.status).toBe(0);
    expect(ran.result.read).toBeGreaterThan(0);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });
});

describe("bad input", () => {
  const wrong: [string, (s: Scene) => string[] | undefined, RegExp][] = [
    ["a policy out of range", (s) => void s.policy({ olderThanDays: 0 }), /olderThanDays.*0.*1.*365/],
    ["an unknown key", (s) => void s.policy({ keep: { people: [] } }), /keep\.people/],
    [
      "a keep entry that is no profile",
      (s) => void s.policy({ keep: { profiles: ["ada"] } }),
      /keep\.profiles.*ada/,
    ],
    [
      "a session without li_at",
      (s) => void s.session((each) => Object.assign(each, { cookies: [{ name: "a", value: "b" }] })),
      /li_at/,
    ],
    ["an unknown option", () => ["--force"], /--force/],
    ["a pace that is no number", () => ["--pace", "fast"], /--pace.*fast/],
    ["no pause on a real site", () => ["--site", "https://www.linkedin.com", "--pace", "0"], /--pace 0/],
    ["a site in the clear", () => ["--site", "http://www.linkedin.com"], /https/],
    ["a site that is no origin", () => ["--site", "https://www.linkedin.com/feed/"], /origin/],
    ["no time", () => ["--time-budget", "0"], /--time-budget.*0/],
  ];
  test.each(wrong)("%s: one line, status 2, nothing opened", async (_name, arrange, words) => {
    here = await scene(people(3, (i) => 40 + i));
    const ran = await here.sweep(...(arrange(here) ?? []));
    expect(ran.status).toBe(2);
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.err).toMatch(words);
    expect(ran.out).toBe("");
    expect(here.replica.journal.entries).toEqual([]);
  });

  test("a data directory with a ledger that is none is refused and left as it is", async () => {
    here = await scene(people(3, (i) => 40 + i));
    mkdirSync(join(here.folder, "data"));
    const file = join(here.folder, "data", "ledger.jsonl");
    writeFileSync(file, "dear diary\n");
    const ran = await here.sweep();
    expect(ran.status).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("dear diary\n");
    expect(here.replica.journal.entries).toEqual([]);
  });

  test("a broken line that is none of ours is refused, even where it is the last", async () => {
    here = await scene(people(3, (i) => 40 + i));
    mkdirSync(join(here.folder, "data"));
    writeFileSync(join(here.folder, "data", "ledger.jsonl"), '{"garbage');
    expect((await here.sweep()).status).toBe(2);
    expect(here.replica.journal.entries).toEqual([]);
  });

  test("a last line that a power cut tore is cut off, and the rest counts", async () => {
    here = await scene(people(8, (i) => 40 + i));
    here.policy({ perDay: 2 });
    await here.sweep();
    const file = join(here.folder, "data", "ledger.jsonl");
    writeFileSync(file, `${readFileSync(file, "utf8")}{"kind":"intent","invit`);
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("capped");
    expect(here.member.withdrawn()).toHaveLength(2);
  });
});

describe("secrets", () => {
  test("no value of the session stands in any output or file but its own, in no encoding", async () => {
    here = await scene(people(12, (i) => 20 + 2 * i));
    const session = JSON.parse(readFileSync(here.sessionFile, "utf8")) as {
      cookies: { name: string; value: string }[];
    };
    const secret = session.cookies.find((cookie) => cookie.name === "li_at")?.value ?? "";
    const table = await here.sweep("--preview");
    const ran = await here.sweep();
    const files = filesBelow(join(here.folder, "data")).map((file) => readFileSync(file, "utf8"));
    const everything = [table.out, table.err, ran.out, ran.err, ...files].join("\n");
    for (const value of session.cookies.map((cookie) => cookie.value.replaceAll('"', ""))) {
      const encodings = [
        value,
        encodeURIComponent(value),
        Buffer.from(value).toString("base64"),
        Buffer.from(value).toString("hex"),
      ];
      for (const encoded of encodings) expect(everything.includes(encoded)).toBe(false);
    }
    expect(secret.length).toBeGreaterThan(20);
    expect(files.length).toBeGreaterThan(0);
    expect(statSync(join(here.folder, "data")).mode & 0o777).toBe(0o700);
  });

  test("a session that is given as the policy is not quoted", async () => {
    here = await scene([]);
    const text = readFileSync(here.sessionFile, "utf8");
    const secret = (JSON.parse(text) as { cookies: { value: string }[] }).cookies[0]?.value ?? "";
    const ran = await here.sweep("--policy", here.sessionFile);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("swapped");
    expect(ran.err).not.toContain(secret.slice(0, 12));
  });

  test("a site that prints the session into names gets it masked", async () => {
    here = await scene([]);
    const session = JSON.parse(readFileSync(here.sessionFile, "utf8")) as {
      cookies: { name: string; value: string }[];
    };
    const secret = session.cookies.find((cookie) => cookie.name === "li_at")?.value ?? "";
    await here.close();
    here = await scene([
      { name: `Eve ${secret}`, slug: "eve", ageMs: 50 * 86_400_000, headline: encodeURIComponent(secret) },
    ]);
    here.session((own) =>
      (own.cookies as { name: string; value: string }[]).push({ name: "bscookie2", value: secret }),
    );
    const ran = await here.sweep();
    const files = filesBelow(join(here.folder, "data")).map((file) => readFileSync(file, "utf8"));
    expect([ran.out, ran.err, ...files].join("\n")).not.toContain(secret);
    expect(ran.result.items[0]?.name).toContain("[secret]");
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
