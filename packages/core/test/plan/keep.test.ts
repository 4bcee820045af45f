import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOfSlug } from "../../src/invitation/profile.ts";
import { keepReason } from "../../src/plan/keep.ts";
import { invitation } from "../invitation/sample.ts";
import { policyWith } from "./sample.ts";

const ada = invitation("ada-núñez", 90);
const urn = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
const keeping = (...profiles: string[]) => policyWith({}, { profiles });

describe("words to keep by, on a page that shows no headlines", () => {
  test("keep everybody: a headline that is hidden may hold them", () => {
    const hidden = { ...ada, headline: null };
    expect(keepReason(policyWith({}, { words: ["client"] }), hidden, 5)).toContain("shows no headlines");
    expect(keepReason(policyWith({}, { words: [] }), hidden, 5)).toBeNull();
    expect(keepReason(policyWith({}, { words: ["client"] }), { ...ada, headline: "" }, 5)).toBeNull();
  });
});

describe("somebody on the keep list", () => {
  test.each([
    "https://www.linkedin.com/in/ada-núñez",
    "https://www.linkedin.com/in/ada-n%C3%BA%C3%B1ez/",
    "https://www.linkedin.com/in/ada-nu%CC%81n%CC%83ez/",
    "HTTP://DE.LINKEDIN.COM/in/Ada-N%c3%9a%c3%91ez?originalSubdomain=de#top",
    "linkedin.com/de/in/ada-núñez/en",
    "in/ada-núñez",
  ])("is kept as %s", (link) => {
    expect(keepReason(keeping(link), ada, 5)).toBe("on your keep list");
  });

  test("is kept by any of their addresses, the one in the page's data too", () => {
    const both = { ...ada, addresses: [...ada.addresses, { kind: "urn", key: urn } as const] };
    expect(keepReason(keeping(`https://www.linkedin.com/in/${urn}`), both, 5)).toBe("on your keep list");
    expect(keepReason(keeping("/in/somebody", "/in/ada-núñez"), both, 5)).toBe("on your keep list");
  });

  test("keeps everybody who may be them: no address of that kind is known", () => {
    const nobody = { ...ada, addresses: [] };
    expect(keepReason(keeping("/in/somebody"), nobody, 5)).toContain("kept to be safe");
    expect(keepReason(keeping(`/in/${urn}`), ada, 5)).toContain("kept to be safe");
    const opaque = { ...ada, addresses: [{ kind: "urn", key: urn } as const] };
    expect(keepReason(keeping("/in/somebody"), opaque, 5)).toContain("kept to be safe");
    expect(keepReason(keeping("/in/ada-other", "/in/somebody"), { ...ada, addresses: [] }, 5)).not.toBeNull();
  });

  test("keeps nobody whose address of that kind is another", () => {
    expect(keepReason(keeping("/in/ada-nunez", "/in/somebody"), ada, 5)).toBeNull();
  });

  test("is kept beside a link that names no profile", () => {
    expect(keepReason(keeping("https://www.linkedin.com/company/x", "/in/ada-núñez"), ada, 5)).not.toBeNull();
    expect(keepReason(keeping("https://www.linkedin.com/company/x"), ada, 5)).toBeNull();
  });

  test("is told as such, even where a word or a note speaks for them as well", () => {
    const policy = policyWith({}, { profiles: ["/in/ada-núñez"], words: ["Ada"], withNote: true, newest: 9 });
    expect(keepReason(policy, { ...ada, hasNote: true }, 0)).toBe("on your keep list");
  });
});

describe("a word that is kept", () => {
  test("is looked for in the name and in the headline, in any case", () => {
    const policy = policyWith({}, { words: ["EXAMPLE"] });
    expect(keepReason(policy, { ...ada, name: "Ada Example" }, 5)).toContain('"EXAMPLE"');
    expect(keepReason(policy, { ...ada, name: "Ada", headline: "An example" }, 5)).toContain('"EXAMPLE"');
    expect(keepReason(policy, { ...ada, name: "Ada", headline: "Examples" }, 5)).toBeNull();
  });

  test("is any of several", () => {
    const policy = policyWith({}, { words: ["nobody", "fictional labs"] });
    expect(keepReason(policy, ada, 5)).toContain('"fictional labs"');
  });
});

describe("what else is kept", () => {
  test("one with a note, where the policy says so, and only then", () => {
    const noted = { ...ada, hasNote: true };
    expect(keepReason(policyWith({}, { withNote: true }), noted, 5)).toContain("note");
    expect(keepReason(policyWith({}, { withNote: true }), ada, 5)).toBeNull();
    expect(keepReason(policyWith({}, { withNote: false }), noted, 5)).toBeNull();
  });

  test("exactly as many of the newest as the policy says", () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), (newest, rank) => {
        const reason = keepReason(policyWith({}, { newest }), ada, rank);
        expect(reason !== null).toBe(rank < newest);
      }),
    );
  });

  test("nobody, where the policy keeps nobody", () => {
    expect(keepReason(policyWith({}), { ...ada, addresses: [], hasNote: true }, 0)).toBeNull();
    expect(addressOfSlug("ada-núñez")).toEqual(ada.addresses[0]);
  });
});
