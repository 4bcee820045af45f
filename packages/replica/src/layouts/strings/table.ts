import type { Age } from "../../invitation/age.ts";

/** A phrase per plural category; `{n}` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** An age without the word "Sent": "3 weeks ago". */
export type AgeForms = Record<Exclude<Age["unit"], "now" | "yesterday">, PluralForms> & {
  readonly now: string;
  readonly yesterday: string;
};

/** Every word that a page shows, in one language. `{name}`, `{n}` and `{age}` are filled in. */
export interface Strings {
  /** `<html lang>`. */
  readonly lang: string;
  /** Of numbers and plurals for `Intl`; it names the digits where they are not the language's default. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly title: string;
  readonly heading: string;
  readonly received: string;
  readonly sent: string;
  readonly people: string;
  readonly pages: string;
  readonly showMore: string;
  /** The button below the rows of 2025. */
  readonly loadMore: string;
  /** Of a list with pages. */
  readonly next: string;
  readonly previous: string;
  /** The wrong label of 2025, on the confirm button. */
  readonly withdrawnAria: string;
  readonly more: string;
  readonly withdraw: string;
  readonly withdrawAria: string;
  readonly pictureAria: string;
  readonly photoText: string;
  readonly age: AgeForms;
  /** "Sent {age}". */
  readonly sentAge: string;
  readonly dialog: {
    readonly heading: string;
    readonly text: string;
    readonly dismiss: string;
    readonly cancel: string;
  };
  /** `withdrawn` may name the person. */
  readonly toast: {
    readonly withdrawn: string;
    readonly gone: string;
    readonly failed: string;
    readonly ignored: string;
    readonly accepted: string;
  };
  readonly accept: string;
  readonly acceptAria: string;
  readonly ignore: string;
  readonly ignoreAria: string;
  readonly message: string;
  readonly connect: string;
  readonly connectAria: string;
  readonly pending: string;
  readonly pendingAria: string;
  readonly peopleYouMayKnow: string;
  readonly alsoViewed: string;
  readonly notFound: string;
  /** What stands for the name of a member who left. */
  readonly formerMember: string;
  readonly weeklyLimit: string;
  readonly gotIt: string;
  readonly navigation: {
    readonly home: string;
    readonly network: string;
    readonly jobs: string;
    readonly messaging: string;
    readonly notifications: string;
    readonly me: string;
    readonly viewProfile: string;
  };
}

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

export const numberText = (n: number, strings: Pick<Strings, "locale">): string =>
  new Intl.NumberFormat(strings.locale).format(n);

/** "Sent 3 weeks ago". */
export const ageLabel = (age: Age, strings: Strings): string =>
  capitalised(fill(strings.sentAge, { age: ageText(age, strings) }), strings.locale);

/** "3 weeks ago", as a received invitation shows it. */
export const bareAgeLabel = (age: Age, strings: Strings): string =>
  capitalised(ageText(age, strings), strings.locale);

function ageText(age: Age, strings: Strings): string {
  if (age.unit === "now" || age.unit === "yesterday") return strings.age[age.unit];
  const forms = strings.age[age.unit];
  const form = forms[new Intl.PluralRules(strings.locale).select(age.count)] ?? forms.other;
  return fill(form, { n: numberText(age.count, strings) });
}

const capitalised = (text: string, locale: string) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
