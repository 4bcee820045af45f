const startedAt = performance.now();

/** One line of progress, with the seconds since the check began. */
export function say(line: string): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${line}`);
}

/** Rows in columns: the first is the heading; what looks like a number stands on the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const isNumber = (column: number) => rows.slice(1).every((row) => /^[-\d]/.test(row[column] ?? ""));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `          ${line}`)
    .join("\n");
}

/** Something that the check looked for and did not find: the product, or this check, has to be mended. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
}

/** The check cannot be run here; the message says what to do. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

/** @param sentence what has to hold, as a sentence that is true when it does */
export function must(holds: boolean, sentence: string, found?: unknown): asserts holds {
  if (holds) return;
  const shown = found === undefined ? "" : `; found ${JSON.stringify(found)?.slice(0, 1_500) ?? "nothing"}`;
  throw new CheckFailed(`this does not hold: ${sentence}${shown}`);
}
