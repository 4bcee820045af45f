/** Controls, lone surrogates and everything that reorders or hides text; also the Unicode line separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Any value in one line that is safe to print: strings in quotes, no control or direction characters, at most
 * `most` characters.
 */
export function printable(value: unknown, most = 60): string {
  return shortened(visible(literal(value, most)), most);
}

/** Text without line breaks, controls and direction marks: fit for a subject line or a terminal. */
export function visible(text: string): string {
  return text.replace(/\s+/g, " ").replace(unprintable, "");
}

/** At most `most` characters, the last of them an ellipsis where something was cut; never half a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function literal(value: unknown, most: number): string {
  if (typeof value === "string") return JSON.stringify(visible(value.slice(0, most * 4)));
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? "something unprintable";
  } catch {
    return "something unprintable";
  }
}
