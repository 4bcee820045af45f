/** Text in the form in which a member's words and a person's name are compared, whatever their case and spacing; NFKC. */
export function comparable(text: string): string {
  return (
    text
      .normalize("NFKC")
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]/g, "")
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u2010-\u2015]/g, "-")
      // Down, up and down, so that letters with several forms of a case (ß ẞ, σ ς, i İ ı) meet.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(/i\u0307/g, "i")
      .replace(/ς/g, "σ")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
  );
}

export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
