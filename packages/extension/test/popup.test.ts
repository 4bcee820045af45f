import { describe, expect, test } from "vitest";
import type { ExtensionBrowser } from "../src/popup/browser.ts";
import { gather, mayRead } from "../src/popup/gather.ts";
import { send } from "../src/popup/send.ts";

function browserWith(jar: Readonly<Record<string, string>>, granted = true, allows = true) {
  const asked: unknown[] = [];
  const browser: ExtensionBrowser = {
    cookies: {
      get: async (details) => {
        asked.push(details);
        const value = jar[details.name];
        return value === undefined ? null : { value };
      },
    },
    permissions: {
      contains: async () => granted,
      request: async (wanted) => {
        asked.push(wanted);
        return allows;
      },
    },
  };
  return { browser, asked };
}

describe("What is gathered", () => {
  test("is the useful cookies of the site's own address, one by one", async () => {
    const { browser, asked } = browserWith({ li_at: "a", lidc: '"b"', other: "c" });
    expect(await gather(browser)).toEqual({
      found: [
        { name: "li_at", value: "a" },
        { name: "lidc", value: '"b"' },
      ],
      missing: ["JSESSIONID", "bcookie", "bscookie", "li_rm"],
    });
    expect(asked).toContainEqual({ url: "https://www.linkedin.com/", name: "bcookie" });
    expect(JSON.stringify(asked)).not.toContain("other");
  });

  test.each(["delete me", '"delete me"', ""])("leaves out a cookie that was deleted: %j", async (value) => {
    expect((await gather(browserWith({ li_at: value }).browser)).found).toEqual([]);
  });

  test("needs leave to read the site, which is asked for where it is withheld", async () => {
    expect(await mayRead(browserWith({}).browser)).toBe(true);
    const { browser, asked } = browserWith({}, false, false);
    expect(await mayRead(browser)).toBe(false);
    expect(asked).toEqual([{ origins: ["https://www.linkedin.com/*"] }]);
  });
});

describe("Sending", () => {
  const destination = { origin: "https://lapse.example.org", code: "ada.secret" };
  const cookies = [{ name: "li_at", value: "a" }];
  const sending = async (answer: () => Promise<Response>) => {
    const requests: [string, RequestInit | undefined][] = [];
    const sent = await send(destination, cookies, "Example/1.0", async (address, init) => {
      requests.push([String(address), init]);
      return answer();
    });
    return { sent, requests };
  };
  const next = "https://lapse.example.org/connect/trying";

  test("happens once, to the code's own address, without cookies and without being sent on", async () => {
    const { sent, requests } = await sending(async () => Response.json({ ok: true, next }));
    expect(sent).toEqual({ ok: true, next });
    expect(requests).toMatchObject([
      [
        "https://lapse.example.org/connect/extension",
        { method: "POST", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" },
      ],
    ]);
    expect(JSON.parse(String(requests[0]?.[1]?.body))).toEqual({
      ...{ code: "ada.secret", cookies, userAgent: "Example/1.0" },
    });
  });

  test.each<[string, () => Promise<Response>, string]>([
    ["a refusal", async () => Response.json({ error: "That code…" }, { status: 403 }), "That code…"],
    ["no answer", () => Promise.reject(new TypeError("failed")), "did not answer"],
    ["a page", async () => new Response("<h1>Hi</h1>"), "not as Lapse does"],
    ["a page of a fault", async () => new Response("<h1>Hi</h1>", { status: 500 }), "not as Lapse does"],
    [
      "a way elsewhere",
      async () => Response.json({ ok: true, next: "https://evil.example/" }),
      "not as Lapse does",
    ],
    [
      "a way to a namesake",
      async () => Response.json({ next: `${destination.origin}.evil.example/` }),
      "not as Lapse",
    ],
    ["a script", async () => Response.json({ next: "javascript:alert(1)" }), "not as Lapse does"],
    [
      "an error that is no sentence",
      async () => Response.json({ error: {} }, { status: 403 }),
      "not as Lapse does",
    ],
  ])("tells in words of %s", async (_, answer, words) => {
    expect((await sending(answer)).sent).toEqual({ ok: false, problem: expect.stringContaining(words) });
  });
});
