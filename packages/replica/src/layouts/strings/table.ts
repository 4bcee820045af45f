import type { Age } from "../../invitation/age.ts";

/** A sentence per plural category; `{n}` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Every word that a page shows, in one language. `{name}` and `{n}` are filled in. */
export interface Strings {
  /** `<html lang>`, also the locale of numbers. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly title: string;
  readonly heading: string;
  readonly received: string;
  readonly sent: string;
  readonly people: string;
  readonly pages: string;
  readonly withdraw: string;
  readonly withdrawAria: string;
  readonly pictureAria: string;
  readonly photoText: string;
  readonly showMore: string;
  readonly age: Record<Exclude<Age["unit"], "now" | "yesterday">, PluralForms> & {
    readonly now: string;
    readonly yesterday: string;
  };
  readonly dialog: {
    readonly heading: string;
    readonly text: string;
    readonly dismiss: string;
    readonly cancel: string;
  };
  readonly toast: { readonly withdrawn: string; readonly gone: string; readonly failed: string };
  readonly accept: string;
  readonly acceptAria: string;
  readonly ignore: string;
  readonly ignoreAria: string;
  readonly message: string;
  readonly peopleYouMayKnow: string;
  readonly connect: string;
  readonly connectAria: string;
}

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

export function ageLabel(age: Age, strings: Strings): string {
  if (age.unit === "now" || age.unit === "yesterday") return strings.age[age.unit];
  const forms = strings.age[age.unit];
  const form = forms[new Intl.PluralRules(strings.lang).select(age.count)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(strings.lang).format(age.count) });
}
