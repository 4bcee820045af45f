import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePaste } from "../../src/session/paste.ts";

const cookies = {
  bcookie: '"v=2&0b5c9f3e-1d2c-4c7a-8f00-aa11bb22cc33"',
  bscookie: '"v=1&20260101abc"',
  li_rm: "AQHremember",
  JSESSIONID: '"ajax:7712345678901234567"',
  lang: "v=2&lang=en-us",
  li_at: "AQEDAS7hT0kFakeTokenForTestsOnly_0-9xyzAAABk",
  li_theme: "light",
  lidc: '"b=VB12:s=V:r=V:a=V:p=V:g=4321:u=99:x=1:i=1767225600:t=1767312000:v=2:sig=AQH%2Fx"',
};
const header = Object.entries(cookies)
  .map(([name, value]) => `${name}=${value}`)
  .join("; ");
const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36";
const taken = Object.entries(cookies)
  .filter(([name]) => name !== "lang" && name !== "li_theme")
  .map(([name, value]) => ({ name, value }));

function bash(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

function ansi(value: string): string {
  return `$'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("!", "\\u0021")}'`;
}

/** As Chromium's developer tools escape for cmd. */
function cmd(value: string): string {
  const escaped = value
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, "^$&")
    .replace(/%(?=[a-zA-Z0-9_])/g, "%^");
  return `^"${escaped}^"`;
}

const url = "https://www.linkedin.com/mynetwork/?a=1&b=%20";

describe("a pasted session is found", () => {
  const pastes: readonly (readonly [string, string, boolean])[] = [
    ["in the header's value alone", header, false],
    ["in the header with its name", `Cookie: ${header}`, false],
    ["in the header with its name on a line of its own", `cookie:\n${header}\n`, false],
    ["in a header that was wrapped anywhere", `cookie: ${header}`.replace(/.{40}/g, "$&\n"), false],
    ["in a header that was wrapped after each cookie", header.replaceAll("; ", ";\n    "), false],
    ["with one cookie in each line", header.replaceAll("; ", "\n"), false],
    [
      "among other headers",
      `:authority: www.linkedin.com\naccept: */*\ncookie: ${header}\nreferer: ${url}\nUser-Agent: ${userAgent}`,
      true,
    ],
    [
      "in cURL for bash",
      `curl ${bash(url)} \\\n  -H 'accept: */*' \\\n  -b ${bash(header)} \\\n  -H ${bash(`user-agent: ${userAgent}`)} --compressed`,
      true,
    ],
    [
      "in cURL with a cookie header and line ends of Windows",
      `curl ${bash(url)} \\\r\n  -H ${bash(`Cookie: ${header}`)} \\\r\n  -A ${bash(userAgent)}`,
      true,
    ],
    [
      "in cURL with $'…' quotes",
      `curl ${ansi(url)} -H ${ansi(`cookie: ${header}`)} -H ${ansi(`User-Agent: ${userAgent}`)}`,
      true,
    ],
    [
      "in cURL with double quotes",
      `curl "${url}" --cookie "${header.replaceAll('"', '\\"')}" --user-agent "${userAgent}"`,
      true,
    ],
    [
      "in cURL for the command prompt",
      `curl ${cmd(url)} ^\r\n  -H ${cmd("accept: */*")} ^\r\n  -b ${cmd(header)} ^\r\n  -H ${cmd(`user-agent: ${userAgent}`)}`,
      true,
    ],
    [
      "in cURL for the command prompt, as older browsers wrote it",
      `curl "${url}" -H "Cookie: ${header.replaceAll('"', '""')}" -H "User-Agent: ${userAgent}" --compressed`,
      true,
    ],
  ];
  test.each(pastes)("%s", (_, text, withAgent) => {
    expect(parsePaste(text)).toEqual({
      kind: "session",
      session: { cookies: taken, ...(withAgent ? { userAgent } : {}) },
      missing: [],
    });
  });

  test("and nothing that is not needed is taken along", () => {
    const paste = parsePaste(header);
    expect(JSON.stringify(paste)).not.toContain("lang=en-us");
    expect(JSON.stringify(paste)).not.toContain("light");
  });
});

describe("what is missing", () => {
  test("is named, and a session without it may be tried", () => {
    expect(parsePaste("li_at=abcdefgh; bcookie=x1")).toEqual({
      kind: "session",
      session: {
        cookies: [
          { name: "li_at", value: "abcdefgh" },
          { name: "bcookie", value: "x1" },
        ],
      },
      missing: ["JSESSIONID", "bscookie", "lidc"],
    });
  });

  test.each([
    "",
    "hello",
    "lang=en; bcookie=x",
    "li_at=",
    'li_at="delete me"; bcookie=x',
    "xli_at=abcdefgh",
    "curl 'x' -b",
  ])("without li_at there is nothing to sign in with: %j", (text) => {
    const paste = parsePaste(text);
    expect(paste.kind).toBe("nothing");
    expect(paste.missing).toContain("li_at");
  });
});

test("any text at all is read without an error", () => {
  const pieces = fc.constantFrom(
    "curl ",
    "'",
    '"',
    "^",
    "\\",
    "\n",
    "-b ",
    "-H",
    "cookie:",
    "li_at=ab",
    ";",
    "$'",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join("")),
      ),
      (text) => {
        for (const start of ["", "curl ", 'curl ^"', 'curl "" ']) parsePaste(start + text);
      },
    ),
  );
});

test("cookies of any value survive cURL's quoting, for bash and for the command prompt", () => {
  const anyValue = fc.stringMatching(/^[!-:<-~]{1,40}$/).filter((value) => !/^"|"$|^-/.test(value));
  fc.assert(
    fc.property(anyValue, fc.constantFrom(bash, ansi, cmd), (value, quote) => {
      const paste = parsePaste(
        `curl ${quote(url)} -H ${quote(`cookie: a=1; li_at=${value}; b=2`)} -H ${quote("x: y")}`,
      );
      expect(paste.kind === "session" && paste.session.cookies).toEqual([{ name: "li_at", value }]);
    }),
    { numRuns: 2000 },
  );
});
