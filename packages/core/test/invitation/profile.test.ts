import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressOfSlug,
  profileAddress,
  profileAddressOnPage,
  profilePath,
  sameAddress,
} from "../../src/invitation/profile.ts";

const slug = fc.oneof(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{2,40}$/),
  fc.stringMatching(/^[a-zà-öø-ÿα-ωа-яא-ת一-龥-]{3,20}$/u),
);
const origin = fc.constantFrom(
  "https://www.linkedin.com",
  "http://www.linkedin.com",
  "https://linkedin.com",
  "HTTPS://WWW.LinkedIn.com",
  "https://de.linkedin.com",
  "https://m.linkedin.com",
  "https://www.linkedin.com:443",
  "//www.linkedin.com",
  "www.linkedin.com",
  "linkedin.com",
  "fr.linkedin.com",
  "",
);
const language = fc.constantFrom("", "/de", "/en-us", "/pt_BR", "/zh-hans", "/comm", "/mwlite");
const tail = fc.constantFrom(
  "",
  "/",
  "?trk=x&a=/in/other",
  "#about",
  "/?locale=de_DE",
  "/de",
  "/recent-activity/all/",
  // What a copy out of a text, a mail or another program leaves behind it.
  ...[".", ",", ")", "\u2026", ">", "'", '"', "\u201d.", "//", "&trk=x", ";jsessionid=1", "%E2%80%8B", "%22"],
);
const before = fc.constantFrom("", " ", "<", "(", '"', "\u201c", "\u00ab ");
const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => encodeURIComponent(text),
  (text: string) => encodeURIComponent(text).toLowerCase(),
  (text: string) => text.normalize("NFD"),
  (text: string) => encodeURIComponent(text.normalize("NFD")),
  (text: string) => text.toUpperCase(),
  (text: string) => encodeURIComponent(text.toUpperCase()),
);

describe("a profile link", () => {
  test("names the same person in every form that LinkedIn prints or a person pastes", () => {
    fc.assert(
      fc.property(
        slug,
        origin,
        language,
        spelling,
        tail,
        before,
        (name, host, prefix, spelled, end, start) => {
          const link = `${start}${host}${prefix}/in/${spelled(name)}${end}`;
          const plain = profileAddress(`/in/${name}`);
          expect(plain).not.toBeNull();
          expect(profileAddress(link)).toEqual(plain);
          expect(profileAddress(` ${link}\n`)).toEqual(plain);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("of two different people is never the same", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{3,30}$/), { minLength: 2, maxLength: 2 }),
        ([a, b]) => {
          const one = profileAddress(`https://www.linkedin.com/in/${a}/`);
          const other = profileAddress(`linkedin.com/in/${b}`);
          expect(one !== null && other !== null && sameAddress(one, other)).toBe(false);
        },
      ),
    );
  });

  test("is the same with other hyphens, doubled slashes and what nobody sees", () => {
    const plain = profileAddress("/in/ada-example-1");
    for (const dash of ["\u2010", "\u2011", "\u2013", "\uff0d", "-\u200b", "-\u00ad"])
      expect(profileAddress(`linkedin.com/in/ada${dash}example${dash}1`)).toEqual(plain);
    for (const link of ["//in//ada-example-1//", "https://www.linkedin.com//in//ada-example-1"])
      expect(profileAddress(link)).toEqual(plain);
    // A link on a page is read alike: the two are compared.
    expect(profileAddressOnPage("https://site.example/in/ada-example-1.?x=1")).toEqual(plain);
    expect(addressOfSlug("ada\u2011example-1")).toEqual(plain);
  });

  test("may be no more than in/slug", () => {
    expect(profileAddress("in/ada-example")).toEqual({ kind: "vanity", key: "ada-example" });
  });

  test("may be one of the imitation's own, on the local machine", () => {
    for (const site of ["http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
      expect(profileAddress(`${site}/in/ada-example`)).toEqual({ kind: "vanity", key: "ada-example" });
    }
  });

  test("to a member's opaque key is another kind of address, and its case counts", () => {
    const key = "ACoAAy5oOKVqYX7Enwvq4VNAKjKs1Pawtn3LG8Z";
    expect(profileAddress(`https://www.linkedin.com/in/${key}`)).toEqual({ kind: "urn", key });
    expect(addressOfSlug(key)).toEqual({ kind: "urn", key });
    expect(profileAddress("https://www.linkedin.com/in/acorn-lover")?.kind).toBe("vanity");
    expect(profileAddress("https://www.linkedin.com/in/ACoAAshort")?.kind).toBe("vanity");
    expect(sameAddress({ kind: "urn", key: "a" }, { kind: "vanity", key: "a" })).toBe(false);
  });

  test.each([
    "",
    "ada-example",
    "@ada-example",
    "https://www.linkedin.com",
    "https://www.linkedin.com/in/",
    "https://www.linkedin.com/in//",
    "https://www.linkedin.com/in/?x=1",
    "https://www.linkedin.com/feed/",
    "https://www.linkedin.com/company/in",
    "https://www.linkedin.com/company/fictional-labs/",
    "https://www.linkedin.com/company/x/in/ada-example",
    "https://www.linkedin.com/school/in/ada-example",
    "https://www.linkedin.com/sales/lead/ACoAAy5oOKVqYX7Enwvq4VNAKjKs1Pawtn3LG8Z",
    "https://www.linkedin.com/feed/?next=/in/ada-example",
    "https://www.linkedin.com.evil.example/in/ada-example",
    "https://evillinkedin.com/in/ada-example",
    "https://example.com/in/ada-example",
    "https://example.com/linkedin.com/in/ada-example",
    "https://user@evil.example/www.linkedin.com/in/ada-example",
    "javascript:location='/in/ada-example'",
    "mailto:ada@linkedin.com",
    // Whoever opens it.
    "https://www.linkedin.com/in/me/",
    "/in/ME",
    "/in/...",
    "//evil.example/in/ada-example",
    "//evil/in/ada-example",
    "https://evil.example//in//ada-example",
    "/in/%",
    "/in/%E0%A4%A",
    "/in/%2F",
    "/in/a%2Fb",
    "/in/a%3Fb",
    "/in/a b",
    "/in/%20",
  ])("%j names no profile", (link) => {
    expect(profileAddress(link)).toBeNull();
  });

  test("any text is read or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const read of [profileAddress, profileAddressOnPage, profilePath, addressOfSlug]) read(text);
      }),
    );
  });
});

describe("a link on a page", () => {
  test("counts whatever the site's own origin is", () => {
    expect(profileAddressOnPage("https://site.example/in/Ada-Example/")).toEqual({
      kind: "vanity",
      key: "ada-example",
    });
  });

  test("gives the path by which results name a person, decoded, its case kept", () => {
    expect(profilePath("https://www.linkedin.com/in/Ada-N%C3%BA%C3%B1ez/?x=1")).toBe("/in/Ada-Núñez");
    expect(profilePath("https://www.linkedin.com/in/Ada-Nu%CC%81n%CC%83ez")).toBe("/in/Ada-Núñez");
    expect(profilePath("https://www.linkedin.com/feed/")).toBeNull();
    expect(profilePath("https://www.linkedin.com/")).toBeNull();
  });
});

describe("a slug of the page's own data", () => {
  test("is none where it is empty or holds more than a slug", () => {
    for (const text of ["", " ", "a/b", "a?b", "a#b", "a b", "%2F", "%"])
      expect(addressOfSlug(text)).toBeNull();
  });
});
