/** A moment for a person who reads a table, in UTC; `ms` since 1970. */
export const time = (ms: number): string =>
  `<time>${new Date(ms).toISOString().slice(0, 19).replace("T", " ")}</time>`;
