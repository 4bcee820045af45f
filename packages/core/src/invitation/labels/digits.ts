/** Ten digits, from zero to nine. */
export type Digits = readonly string[];

/** The digits of a numbering system as ICU has them, e.g. "arab"; "latn" is 0 to 9. */
export function digitsOf(system: string): Digits {
  const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
  return Array.from({ length: 10 }, (_, n) => format.format(n));
}

/**
 * The one whole number in a text and what is around it, e.g. "3 weeks ago" as 3 and "# weeks ago". Null where there
 * is none or more than one (also "1.5" and "1,000"), where it has more than four digits, or digits of two systems.
 */
export function countIn(
  text: string,
  systems: readonly Digits[],
): { readonly count: number; readonly around: string } | null {
  const [run, more] = text.match(/\p{Nd}+/gu) ?? [];
  if (run === undefined || more !== undefined) return null;
  const digits = [...run];
  const system = systems.find((known) => digits.every((digit) => known.includes(digit)));
  if (system === undefined || digits.length > 4) return null;
  const count = digits.reduce((sum, digit) => sum * 10 + system.indexOf(digit), 0);
  return { count, around: text.replace(run, "#") };
}
