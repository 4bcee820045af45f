/** Whole numbers up to here show every plural form that a language has for ages. */
const highest = 110;

/** The counts that a locale writes with the same word, each list from the least; Arabic has six, Japanese one. */
export function countsByForm(locale: string): readonly (readonly number[])[] {
  const rules = new Intl.PluralRules(locale);
  const forms = new Map<string, number[]>();
  for (let n = 0; n <= highest; n += 1) {
    const form = rules.select(n);
    const counts = forms.get(form);
    if (counts === undefined) forms.set(form, [n]);
    else counts.push(n);
  }
  return [...forms.values()];
}
