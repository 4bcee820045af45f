import { describe, expect, test } from "vitest";
import { kindOfAddress, languageTag } from "../../../src/linkedin/report/kinds.ts";

const site = "https://www.linkedin.com";

describe("A report tells what kind of page an address leads to", () => {
  test.each([
    ["/mynetwork/invitation-manager/sent/", "sent"],
    ["/mynetwork/invitation-manager/sent/CONNECTION/?x=1", "sent"],
    ["/mynetwork/invitation-manager/received/", "received"],
    ["/in/ada-example/", "profile"],
    ["/login?session_redirect=%2Fin%2Fada", "login"],
    ["/authwall", "login"],
    ["/checkpoint/challenge/AgE", "checkpoint"],
    ["/checkpoint/lg/login", "login"],
    ["/feed/", "feed"],
    ["/", "feed"],
    ["/company/example/", "other"],
  ])("%s: %s", (path, kind) => {
    expect(kindOfAddress(`${site}${path}`, site)).toBe(kind);
  });

  test("of another site, and of what is no address", () => {
    expect(kindOfAddress("https://ada.example/in/ada", site)).toBe("elsewhere");
    expect(kindOfAddress("about:blank", site)).toBe("elsewhere");
    expect(kindOfAddress("", site)).toBe("other");
  });
});

describe("A page's language is told", () => {
  test.each(["en", "fr", "pt-BR", "zh-Hant-TW", "es-419", "fil"])("where it is one: %s", (tag) => {
    expect(languageTag(tag)).toBe(tag);
  });

  test.each(["", "ada-example", "en-x-ada", "Ada Example", "en_US", "de-DE-1996", "ada-lovelace-1"])(
    "and not where it could be anything: %s",
    (said) => {
      expect(languageTag(said)).toBe(null);
    },
  );
});
