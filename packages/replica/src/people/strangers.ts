/** Those of "People you may know" and "People also viewed": nobody has invited them. */
export const strangers = [
  { name: "Sol Passing", slug: "sol-passing", headline: "Sent 4 months ago to the Moon" },
  { name: "Tess Nearby", slug: "tess-nearby", headline: "Analyst" },
] as const;
