import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRedactor, mask } from "../../src/session/redact.ts";
import { redactDeep } from "../../src/session/redactDeep.ts";
import { secretsOf } from "../../src/session/secrets.ts";
import type { Session } from "../../src/session/session.ts";

const signIn = "AQEDAS7hT0kFakeTokenForTestsOnly_0-9xyzAAABk";
const csrf = "ajax:7712345678901234567";
const session: Session = {
  cookies: [
    { name: "li_at", value: signIn },
    { name: "JSESSIONID", value: `"${csrf}"` },
    { name: "bcookie", value: '"v=2&0b5c9f3e-1d2c-4c7a-8f00-aa11bb22cc33"' },
    { name: "lidc", value: '"b=VB12:s=V:r=V:a=V:p=V:g=4321:u=99+/x"' },
    { name: "lang", value: "v=2&lang=en-us" },
    { name: "timezone", value: "Europe/Berlin" },
    { name: "li_theme", value: "light" },
  ],
};
const redact = makeRedactor(session);

const hexOf = (text: string) => Buffer.from(text).toString("hex");
const json = (text: string) => JSON.stringify(text);
const percentAll = (text: string) => hexOf(text).replace(/../g, "%$&");
const entities = (text: string) =>
  text.replace(
    /[&"'<>]/g,
    (c) => ({ "&": "&amp;", '"': "&quot;", "'": "&#39;", "<": "&lt;", ">": "&gt;" })[c] ?? c,
  );
const decimal = (text: string) => [...text].map((c) => `&#${c.charCodeAt(0)};`).join("");
const hexEntities = (text: string) => [...text].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join("");
const unicode = (text: string) =>
  [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const wrapped = (text: string) => text.replace(/.{19}/g, "$&\r\n");

const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  "JSON-escaped": json,
  "JSON-escaped twice": (text) => json(json(text)),
  "JSON-escaped three times": (text) => json(json(json(text))),
  "percent-encoded": encodeURIComponent,
  "percent-encoded in lower case": (text) =>
    encodeURIComponent(text).replace(/%../g, (escaped) => escaped.toLowerCase()),
  "percent-encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "percent-encoded five times": (text) => [1, 2, 3, 4, 5].reduce((inner) => encodeURIComponent(inner), text),
  "percent-encoded to the last letter": percentAll,
  "form-encoded": (text) => new URLSearchParams({ value: text }).toString(),
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  "base64, one byte later": (text) => Buffer.from(`x${text}yz`).toString("base64"),
  "base64url, two bytes later": (text) => Buffer.from(`xy${text}z`).toString("base64url"),
  "base64 in lines": (text) => wrapped(Buffer.from(text).toString("base64")),
  "base64, percent-encoded": (text) => encodeURIComponent(Buffer.from(text).toString("base64")),
  "percent-encoded, then base64": (text) => Buffer.from(encodeURIComponent(text)).toString("base64"),
  "JSON-escaped, then base64": (text) => Buffer.from(json(text)).toString("base64"),
  hex: hexOf,
  "hex in capitals": (text) => hexOf(text).toUpperCase(),
  "hex in both cases": (text) => hexOf(text).replace(/[a-f]/g, (c, at) => (at % 2 ? c.toUpperCase() : c)),
  "HTML-escaped": entities,
  "HTML-escaped twice": (text) => entities(entities(text)),
  "HTML, decimal": decimal,
  "HTML, hexadecimal": hexEntities,
  "JavaScript \\u": unicode,
  "JSON in HTML": (text) => entities(json(text)),
  "JSON in a query in HTML": (text) => entities(`?a=1&q=${encodeURIComponent(json(text))}`),
};

function unescapedOnce(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\/])/g, "$1")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** Undoes every encoding it can find, over and over: what an attacker with the log would try. */
function everyReading(text: string): string[] {
  const readings = [text];
  for (let depth = 0; depth < 6; depth += 1) readings.push(unescapedOnce(readings.at(-1) ?? ""));
  const bytes = readings.flatMap((reading) =>
    [0, 1, 2, 3].flatMap((skip) => [
      Buffer.from(reading.replace(/\s/g, "").slice(skip), "base64").toString("latin1"),
      Buffer.from(reading.slice(skip % 2), "hex").toString("latin1"),
    ]),
  );
  return [...readings, ...bytes, ...bytes.map(unescapedOnce)];
}

describe("a secret", () => {
  test.each(Object.entries(encodings))("is masked %s", (_, encode) => {
    for (const { value } of session.cookies.slice(0, 4)) {
      for (const secret of [value, value.replace(/^"|"$/g, "")]) {
        const shown = redact(`before ${encode(secret)} after`);
        expect(shown).toContain(mask);
        expect(shown).toMatch(/^before .* after$/s);
        const bare = value.replace(/^"|"$/g, "");
        for (const reading of everyReading(shown)) expect(reading).not.toContain(bare);
      }
    }
  });

  test("of any shape is masked in any encoding, anywhere, and the text around it stays", () => {
    const anySecret = fc.stringMatching(/^[!#-:<-~]{12,60}$/).filter((value) => /[a-z]/i.test(value));
    // Without escapes of its own, so that what stays can be compared.
    const around = fc.stringMatching(/^[ .,\u00e4\u{1f600}]{0,9}$/u);
    fc.assert(
      fc.property(
        anySecret,
        fc.constantFrom(...Object.keys(encodings)),
        around,
        around,
        (value, how, a, z) => {
          const hide = makeRedactor({ cookies: [{ name: "li_at", value }] });
          const shown = hide(`${a}|${encodings[how]?.(value)}|${z}`);
          expect(shown).toContain(mask);
          expect(shown.startsWith(`${a}|`)).toBe(true);
          expect(shown.endsWith(`|${z}`)).toBe(true);
          expect(everyReading(shown).some((reading) => reading.includes(value))).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is masked in mixed escapes, and every time it occurs", () => {
    expect(redact(`${csrf.replace(":", "%3A")}, ${csrf.replace(":", "%3a")}, ${csrf}`)).toBe(
      `${mask}, ${mask}, ${mask}`,
    );
    expect(redact(`JSESSIONID="${csrf}"; x=1`)).toBe(`JSESSIONID="${mask}"; x=1`);
  });

  test("leaves nothing behind of the escapes it was written in", () => {
    for (const encode of [percentAll, decimal, hexEntities, unicode, hexOf]) {
      expect(redact(`<${encode(signIn)}>`)).toBe(`<${mask}>`);
    }
  });

  test("that holds what looks like an escape is masked where its other characters are escaped", () => {
    const value = 'tok%41en&lt;"with"-odd-\\u0042-parts';
    const hide = makeRedactor({ cookies: [{ name: "li_at", value }] });
    for (const encode of Object.values(encodings)) expect(hide(`a ${encode(value)} b`)).toContain(mask);
    expect(hide(`a ${value.replaceAll('"', "&quot;")} b`)).toBe(`a ${mask} b`);
  });

  test("split by a line break, as a terminal or a mail wraps it, is masked", () => {
    expect(redact(`a ${signIn.slice(0, 20)}\r\n${signIn.slice(20)} b`)).toBe(`a ${mask} b`);
  });

  test("without its prefix is still one", () => {
    expect(redact("csrf 7712345678901234567, id 0b5c9f3e-1d2c-4c7a-8f00-aa11bb22cc33")).toBe(
      `csrf ${mask}, id ${mask}`,
    );
  });

  test("that signs in is masked however short, from four characters on", () => {
    const short = makeRedactor({
      cookies: [
        { name: "li_at", value: "q7Zk" },
        { name: "JSESSIONID", value: '"j0Xw"' },
      ],
    });
    expect(short("q7Zk j0Xw q7Z")).toBe(`${mask} ${mask} q7Z`);
  });
});

describe("what is no secret", () => {
  test("stays: languages, zones, themes", () => {
    const text = 'lang="v=2&lang=en-us" en-us timezone=Europe/Berlin light v=2&';
    expect(redact(text)).toBe(text);
    expect(secretsOf(session).every((secret) => secret.length >= 8)).toBe(true);
  });

  test.each(["standard", "20261123", "1767225600", "en-us", "true"])("the cookie value %j stays", (value) => {
    const text = `about ${value} things`;
    expect(makeRedactor({ cookies: [{ name: "x", value }] })(text)).toBe(text);
  });

  test("stays as it is, escapes and all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("ajax"));
        expect(redact(text)).toBe(text);
      }),
    );
    expect(redact("100%25 &amp; \\u0041 \n")).toBe("100%25 &amp; \\u0041 \n");
  });

  test("is everything where there is no session", () => {
    expect(makeRedactor(null)(`${signIn}`)).toBe(signIn);
  });
});

describe("a JSON document", () => {
  test("is masked in its strings, keys and numbers, and otherwise unchanged", () => {
    const document = {
      [signIn]: 1,
      a: [{ url: `/x?t=${encodeURIComponent(csrf)}` }, null, true, 3.5],
      n: 12,
      [`x${signIn}`]: 2,
    };
    expect(redactDeep(document, redact)).toEqual({
      [mask]: 1,
      a: [{ url: `/x?t=${mask}` }, null, true, 3.5],
      n: 12,
      [`x${mask}`]: 2,
    });
    const numeric = makeRedactor({ cookies: [{ name: "li_at", value: "987654321" }] });
    expect(redactDeep({ id: 987654321 }, numeric)).toEqual({ id: mask });
  });

  test("keeps two keys apart that are masked alike", () => {
    const both = redactDeep({ [signIn]: 1, [csrf]: 2 }, redact) as object;
    expect(Object.values(both)).toEqual([1, 2]);
  });

  test("may hold errors, with causes, and cycles", () => {
    const error = new Error(`failed with ${signIn}`, { cause: new Error(csrf) });
    const shown = JSON.stringify(redactDeep({ error }, redact));
    expect(shown).toContain("failed with");
    expect(shown).not.toContain(signIn);
    expect(shown).not.toContain(csrf);
    const loop: Record<string, unknown> = { ["__proto__x"]: 1 };
    loop["self"] = loop;
    expect(redactDeep(loop, redact)).toEqual({ ["__proto__x"]: 1, self: "[cycle]" });
    expect(Object.keys(redactDeep(JSON.parse('{"__proto__":1}'), redact) as object)).toEqual(["__proto__"]);
  });
});

test("a megabyte with thirty secrets is masked in one pass: what tries each place against the rest would outlast the test", () => {
  const cookies = Array.from({ length: 30 }, (_, i) => ({
    name: `c${i}`,
    value: `value-${i}-${"k3y".repeat(20)}`,
  }));
  const hide = makeRedactor({ cookies: [...session.cookies, ...cookies] });
  const text = `{"a":"${'lorem ipsum %20 \\" &amp; '.repeat(40_000)}","b":"${signIn}"}`;
  expect(hide(text)).not.toContain(signIn);
});

describe("a value that is no cookie's", () => {
  test("is masked like one in whatever was pasted there, and never stops the complaint about it", () => {
    const odd = fc.string({ unit: "binary", minLength: 8 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(odd, (value) => {
        const clean = makeRedactor({ cookies: [{ name: "li_at", value }] });
        expect(clean("nothing of it")).toBeTypeOf("string");
      }),
    );
    const value = "AQEDj2secret\u2603é";
    const clean = makeRedactor({ cookies: [{ name: "li_at", value }] });
    for (const encoding of ["utf8", "hex", "base64", "base64url"] as const)
      expect(clean(`<${Buffer.from(value).toString(encoding)}>`)).toContain(mask);
    makeRedactor({ cookies: [{ name: "li_at", value: "AQEDj2secret\ud83d" }] });
  });
});
