import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openProfileTab, type ProfileWindow } from "@lapse/browser/profileTab";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectCommand } from "../../src/connect/command.ts";
import { previewCommand } from "../../src/preview/command.ts";
import { newFolder } from "../support/folders.ts";
import { openScreen, type Screen } from "../support/screen.ts";
import {
  adaEmail,
  adaPassword,
  addMember,
  dataWithAda,
  freePort,
  replicaWithAda,
  use,
} from "../support/served.ts";
import { lapse } from "../support/start.ts";
import { heldStreams } from "../support/streams.ts";

let screen: Screen;
let scene: Awaited<ReturnType<typeof replicaWithAda>>;
const data = join(newFolder(), "lapse");
const signal = new AbortController().signal;

beforeAll(async () => {
  screen = await openScreen();
  scene = await replicaWithAda();
  await dataWithAda(data, scene.replica.origin);
});
afterAll(async () => {
  if (screen.kind === "there") screen.close();
  await scene.replica.close();
});
beforeEach((context) => {
  if (screen.kind === "missing") context.skip(`not run: ${screen.why}`);
});

/** What a person does in the window. */
async function signIn({ page }: ProfileWindow, email = adaEmail, password = adaPassword): Promise<void> {
  await page.type("[name=session_key]", email);
  await page.type("[name=session_password]", password);
  await page.keyboard.press("Enter");
}

async function connect(onWindow: (window: ProfileWindow) => Promise<void>, member = adaEmail) {
  const { streams, out, err } = heldStreams();
  const args = ["--json", "--data", data, "--member", member];
  const status = await connectCommand(args, streams, signal, onWindow);
  return { status, document: JSON.parse(out()), said: err() };
}

const ada = () =>
  use(data, async ({ adapters }) => {
    const member = await adapters.members.findByEmail(adaEmail);
    if (member === null) throw new Error("Ada is no member");
    return { member, session: (await adapters.sessions.open(member.id)).kind };
  });

/** Every file below a folder, as text. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

describe("lapse connect", () => {
  test("connects nobody where the window is closed before anybody has signed in", async () => {
    const { member } = await ada();
    const closed = await connect(async (window) => {
      // Meanwhile no sweep can have the profile, and a second window neither.
      const profile = join(data, "profiles", member.id);
      await expect(openProfileTab(profile, scene.replica.origin)).rejects.toThrow(/open: close its window/);
      expect(await use(data, ({ adapters }) => adapters.leaseOf(member.id).acquire("sweep", 1))).toBe(false);
      await window.page.close();
    });
    expect(closed).toMatchObject({ status: 3, document: { connected: false, account: null } });
    expect(closed.said).toContain(`a window is open at ${scene.replica.origin}/login`);
    expect(await ada()).toMatchObject({ session: "none", member: { session: "none" } });
  });

  test("has the member sign in by hand, tries it unseen at once, and copies nothing", async () => {
    let key = "";
    const done = await connect(async (window) => {
      await signIn(window);
      await window.page.waitForFunction(() => location.pathname === "/feed/");
      key = (await window.cookies()).find(({ name }) => name === "li_at")?.value ?? "";
    });
    expect(done).toMatchObject({
      status: 0,
      document: { connected: true, member: adaEmail, account: "/in/ada-sender", pending: 3 },
    });
    expect(done.document.message).toContain("nothing is withdrawn until you press Start");
    const { member, session } = await ada();
    expect([session, member.session, member.account]).toEqual(["profile", "sealed", "/in/ada-sender"]);
    expect(statSync(join(data, "profiles", member.id)).mode & 0o777).toBe(0o700);
    expect(scene.ada.withdrawn()).toEqual([]);
    expect(key.length).toBeGreaterThan(100);
    expect(textOf(join(data, "database"))).not.toContain(key);
    expect(JSON.stringify(done)).not.toContain(key);
  });

  test("has the preview, and the sweeps of 'lapse serve', use that profile", async () => {
    const { streams, out } = heldStreams();
    expect(await previewCommand(["--json", "--data", data], streams, Date.now(), signal)).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ account: "/in/ada-sender", preview: { sent: { due: 1 } } });
    await use(data, async ({ adapters }) => {
      const { member } = await ada();
      const at = adapters.now();
      await adapters.ledgerOf(member.id).append({ kind: "confirmed", due: 1, at, run: "r", account: null });
      await adapters.members.start(member.id, at, at);
    });
    const at = ["--data", data, "--site", scene.replica.origin, "--port", String(await freePort())];
    const { saying, child, ended } = lapse(["serve", ...at]);
    await saying(`${adaEmail}: 1 invitation was withdrawn`);
    expect(scene.ada.withdrawn().map(({ name }) => name)).toEqual(["Old One"]);
    child.kill("SIGTERM");
    expect(await ended()).toBe(0);
  });

  test("takes no other account for a member who has started: that profile is deleted, and nothing is swept", async () => {
    const ben = {
      slug: "ben-other",
      name: "Ben Other",
      email: "ben@other.example",
      password: "secret-of-ben",
    };
    scene.replica.addMember({ ...ben, invitations: [] });
    const refused = await connect(async (window) => {
      await (await window.page.createCDPSession()).send("Network.clearBrowserCookies");
      await window.page.goto(`${scene.replica.origin}/login`);
      await signIn(window, ben.email, ben.password);
      await window.page.waitForFunction(() => location.pathname === "/feed/");
    });
    expect(refused).toMatchObject({ status: 3, document: { connected: false, account: null } });
    expect(refused.document.message).toMatch(
      /^Signed in, and not connected: This is \/in\/ben-other, and what/,
    );
    const { member, session } = await ada();
    expect([session, member.session, member.account]).toEqual(["out-of-use", "out-of-use", "/in/ada-sender"]);
    expect(existsSync(join(data, "profiles", member.id))).toBe(false);
  });

  test("connects nobody who deletes their account while they sign in, and leaves no profile", async () => {
    const email = "eve@sender.example";
    const eve = await addMember(data, email);
    const gone = await connect(async (window) => {
      await signIn(window);
      await use(data, ({ adapters }) => adapters.members.leave(eve));
    }, email);
    expect(gone).toMatchObject({ status: 1, document: { connected: false, account: null } });
    expect(gone.document.message).toContain("Your account here was deleted meanwhile");
    await use(data, async ({ adapters: { members, readings } }) =>
      expect([await members.get(eve), await readings.get(eve)]).toEqual([null, null]),
    );
    expect(existsSync(join(data, "profiles", eve))).toBe(false);
  });

  test("is undone by disconnecting: the profile is deleted", async () => {
    const { member } = await ada();
    const profile = join(data, "profiles", member.id);
    mkdirSync(join(profile, "Default"), { recursive: true });
    await use(data, ({ adapters }) => adapters.sessions.remove(member.id));
    expect(existsSync(profile)).toBe(false);
  });
});
