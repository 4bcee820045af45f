/** Rows come with what parts them: groups of up to this many siblings are told once. */
const longestGroup = 3;

/** The lines of siblings, each given as its lines; what repeats itself in a row is told once with its number. */
export function folded(blocks: readonly (readonly string[])[]): string[] {
  const texts = blocks.map((block) => block.join("\n"));
  const seen = new Set<string>();
  const lines: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const { size, times } = longestRun(texts, at);
    const group = blocks.slice(at, at + size).map((block, i) => shortened(block, texts[at + i] ?? "", seen));
    if (times === 1) lines.push(...group.flat());
    else if (size === 1) lines.push(`${group[0]?.[0]} ×${times}`, ...(group[0]?.slice(1) ?? []));
    else lines.push(`×${times}:`, ...group.flat().map((line) => `  ${line}`));
    at += size * times;
  }
  return lines;
}

/** The group from here on that covers the most siblings by repeating itself. */
function longestRun(texts: readonly string[], at: number): { size: number; times: number } {
  let best = { size: 1, times: 1 };
  for (let size = 1; size <= longestGroup; size++) {
    let times = 1;
    while (repeats(texts, at, size, times)) times++;
    if (times > 1 && size * times > best.size * best.times) best = { size, times };
  }
  return best;
}

function repeats(texts: readonly string[], at: number, size: number, times: number): boolean {
  const from = at + size * times;
  if (from + size > texts.length) return false;
  for (let i = 0; i < size; i++) if (texts[from + i] !== texts[at + i]) return false;
  return true;
}

/** A sibling like an earlier one, but not next to it, is told by its first line. */
function shortened(block: readonly string[], text: string, seen: Set<string>): readonly string[] {
  if (block.length < 3) return block;
  if (seen.has(text)) return [`${block[0]} (like one above)`];
  seen.add(text);
  return block;
}
