import fc from "fast-check";

/** As much of an element as `readTree` looks at. */
export interface FakeElement {
  readonly localName: string;
  readonly children: readonly FakeElement[];
  readonly shadowRoot: { readonly children: readonly FakeElement[] } | null;
  readonly textContent: string;
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
}

/** Something a person wrote, or that names one: it could not be a word of HTML. */
export const personal = fc.oneof(
  fc.stringMatching(/^zq[a-z]{2,12}$/),
  fc.stringMatching(/^zq[a-z]{2,5}-[a-z0-9]{2,9}$/),
  fc.constantFrom(
    "7498810568384856065",
    "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXN00",
    "Ada-Example",
    "अदा",
    "Ada",
  ),
);

const plain = fc.constantFrom("div", "span", "p", "a", "button", "section", "li", "dialog", "svg");
const tag = fc.oneof(
  { weight: 4, arbitrary: plain },
  personal,
  personal.map((word) => `x-${word}`),
);
const name = fc.oneof(
  fc.constantFrom(
    "href",
    "id",
    "lang",
    "title",
    "aria-label",
    "data-testid",
    "data-view-name",
    "type",
    "role",
  ),
  personal.map((word) => `data-${word}`),
  personal.map((word) => `aria-${word}`),
  personal,
);
const attributes = fc.uniqueArray(fc.tuple(name, fc.oneof(personal, fc.constant("dialog"))), {
  maxLength: 5,
  selector: ([key]) => key,
});

function element(inside: fc.Arbitrary<FakeElement[]>): fc.Arbitrary<FakeElement> {
  const shadow = fc.option(inside, { freq: 8 });
  return fc
    .record({ localName: tag, attributes, textContent: personal, children: inside, shadow })
    .map(({ attributes: given, shadow: hidden, ...rest }) => ({
      ...rest,
      shadowRoot: hidden === null ? null : { children: hidden },
      getAttributeNames: () => given.map(([key]) => key),
      getAttribute: (key: string) => given.find(([each]) => each === key)?.[1] ?? null,
    }));
}

const levels = 4;

/** A page of any shape, with what is personal in every place that can hold it. */
export const pages: fc.Arbitrary<FakeElement> = Array.from({ length: levels }).reduce<
  fc.Arbitrary<FakeElement>
>((inside) => element(fc.array(inside, { maxLength: 3 })), element(fc.constant([])));

/** Everything personal in a page, wherever it stands. */
export function personalIn(page: FakeElement): string[] {
  const own = page.getAttributeNames().flatMap((key) => [key, page.getAttribute(key) ?? ""]);
  const inside = [...page.children, ...(page.shadowRoot?.children ?? [])].flatMap(personalIn);
  return [page.localName, page.textContent, ...own, ...inside].flatMap(
    (text) => /zq.*|7498810568384856065|ACoA.*|Ada.*|अदा/.exec(text)?.[0] ?? [],
  );
}
