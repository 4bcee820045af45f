import type { LayoutName, Mutation } from "@lapse/replica/replica";

/** Where the texts of a row stand, by layout: nothing but their place tells what they are. */
interface Texts {
  readonly name: string;
  readonly headline: string;
  readonly age: string;
  readonly note: string;
}

const row = '[data-r^="row:"]';
const control = '[data-r^="w:"]';

const v5: Texts = {
  name: `${row} > p:nth-of-type(1)`,
  headline: `${row} > p:nth-of-type(2)`,
  age: `${row} > p:nth-of-type(3)`,
  note: '[data-view-name="sent-invitation-note"]',
};
const v6: Texts = {
  name: `${row} p._04709d9d`,
  headline: `${row} p.af1ff144`,
  age: `${row} p._00a7c7e3`,
  note: `${row} [data-testid="expandable-text-box"]`,
};

const textsOf: Readonly<Partial<Record<LayoutName, Texts>>> = {
  V6: v6,
  "V5-V6": v6,
  "V5-button": v5,
  "V5-anchor": v5,
  V4: {
    name: `${row} .yHnUjMkOlPqA`,
    headline: `${row} .yHnUjMkOlPqA + .zAqWsXcDeRfV`,
    age: `${row} .zAqWsXcDeRfV + .zAqWsXcDeRfV`,
    note: `${row} .qAzWsXeDcRfT`,
  },
  V3b: {
    name: `${row} .invitation-card__tvm-title`,
    headline: `${row} .invitation-card__subtitle`,
    age: `${row} time`,
    note: `${row} .invitation-card__custom-message`,
  },
};

export interface Change {
  readonly words: string;
  readonly mutations: readonly Mutation[];
}

const one = (words: string, ...mutations: Mutation[]): Change => ({ words, mutations });

/** What each layout has that the driver reads, or might be tempted to: what meets nothing is not shown. */
interface Made {
  readonly attributes: readonly string[];
  readonly tags: readonly string[];
  /** Keys of the page's data. */
  readonly keys: readonly string[];
}

/** Attributes whose values say something to the driver. */
const spoken = ["aria-label", "data-testid", "data-view-name", "role", "lang"];
const common = ["aria-label", "class", "lang", "data-testid", "type"];
const v6Keys = ["invitationId", "inviteeVanityName", "profileUrn", "firstName", "trackingActionType"];
const v6Made: Made = {
  attributes: [
    ...common,
    ...["role", "aria-labelledby", "id", "data-sdui-screen", "componentkey", "data-component-type"],
  ],
  tags: ["main", "li", "nav", "header", "footer", "aside", "h2", "ul", "p"],
  keys: v6Keys,
};
const v5Made: Made = {
  attributes: [...common, "role", "aria-current", "data-view-name", "componentkey"],
  tags: ["main", "nav", "h2", "p"],
  keys: [],
};
const madeOf: Readonly<Record<LayoutName, Made>> = {
  V6: v6Made,
  "V5-V6": { ...v6Made, attributes: [...v6Made.attributes, "data-view-name"] },
  "V5-button": v5Made,
  "V5-anchor": v5Made,
  V4: { attributes: common, tags: ["main", "nav", "h2"], keys: [] },
  V3b: {
    attributes: [
      ...common,
      ...["role", "aria-labelledby", "aria-pressed", "id", "disabled"],
      ...["data-test-modal", "data-test-dialog-primary-btn"],
    ],
    tags: ["time", "li", "header", "h2", "ul", "p"],
    keys: ["entityUrn", "*toMember", "publicIdentifier", "firstName", "included"],
  },
  V2: { attributes: [], tags: [], keys: [] },
};

/** Every change, for one layout. */
export function changesOf(layout: LayoutName): Change[] {
  const texts = textsOf[layout];
  const made = madeOf[layout];
  const whole = texts === undefined ? [] : Object.entries(texts);
  return [
    one("nothing changed"),
    ...made.attributes.map((attribute) =>
      one(`attribute ${attribute} renamed`, {
        selector: `[${attribute}]`,
        change: "rename-attribute",
        attribute,
      }),
    ),
    ...spoken
      .filter((attribute) => made.attributes.includes(attribute))
      .map((attribute) =>
        one(`values of ${attribute} changed`, {
          selector: `[${attribute}]`,
          change: "change-value",
          attribute,
        }),
      ),
    one("links of rows renamed", {
      selector: `${row} a[href*="/in/"]`,
      change: "rename-attribute",
      attribute: "href",
    }),
    one("links of rows changed", {
      selector: `${row} a[href*="/in/"]`,
      change: "change-value",
      attribute: "href",
    }),
    one("links of controls renamed", { selector: control, change: "rename-attribute", attribute: "href" }),
    one("link of the counter renamed", {
      selector: 'a[href*="CONNECTION"]',
      change: "rename-attribute",
      attribute: "href",
    }),
    one("controls lose aria-label", {
      selector: control,
      change: "remove-attribute",
      attribute: "aria-label",
    }),
    one("controls lose their text", { selector: control, change: "remove-text" }),
    one(
      "controls lose both",
      { selector: control, change: "remove-text" },
      { selector: control, change: "remove-attribute", attribute: "aria-label" },
    ),
    one("confirming control loses aria-label", {
      selector: '[data-r="confirm"]',
      change: "remove-attribute",
      attribute: "aria-label",
    }),
    one("confirming control loses its text", { selector: '[data-r="confirm"]', change: "remove-text" }),
    one("cancelling control loses its text", { selector: '[data-r="cancel"]', change: "remove-text" }),
    ...made.tags.map((tag) => one(`tag ${tag} renamed`, { selector: tag, change: "rename-tag" })),
    one("controls become another tag", { selector: control, change: "rename-tag" }),
    ...whole.map(([what, selector]) => one(`text of ${what} gone`, { selector, change: "remove-text" })),
    // A note that is nowhere on the page nor in its data cannot be kept by.
    ...whole
      .filter(([what]) => what !== "note")
      .map(([what, selector]) => one(`element of ${what} gone`, { selector, change: "remove-element" })),
    one("counter gone", {
      selector: 'a[href*="/sent/CONNECTION"], [aria-current="true"], [id*="facet-pills"]',
      change: "remove-element",
    }),
    one("counter without its text", {
      selector: 'a[href*="/sent/CONNECTION"], [aria-current="true"], [id*="facet-pills"]',
      change: "remove-text",
    }),
    one("data of the page gone", { script: "island", change: "remove" }),
    ...made.keys.map((key) =>
      one(`key ${key} of the data renamed`, { script: "island", change: "rename-key", key }),
    ),
  ];
}
