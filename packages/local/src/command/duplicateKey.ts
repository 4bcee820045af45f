interface Open {
  /** The keys that were seen so far; null for a list. */
  readonly keys: Set<string> | null;
  /** The key, or the place in the list, of the value that is being read. */
  at: string | number;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * Where a key stands for a second time in one object, the path to it; null where none does. `JSON.parse` lets the last
 * one win without a word: a block of people to keep can be lost that way. @param text what JSON.parse takes
 */
export function duplicateKey(text: string): readonly (string | number)[] | null {
  const open: Open[] = [];
  let key = false;
  for (const [part] of text.matchAll(token)) {
    const inner = open.at(-1);
    switch (part) {
      case "{":
        open.push({ keys: new Set(), at: "" });
        key = true;
        break;
      case "[":
        open.push({ keys: null, at: 0 });
        key = false;
        break;
      case "}":
      case "]":
        open.pop();
        key = false;
        break;
      case ",":
        if (inner !== undefined && typeof inner.at === "number") inner.at += 1;
        key = inner?.keys !== null;
        break;
      case ":":
        key = false;
        break;
      default: {
        if (!key || inner === undefined || inner.keys === null) break;
        inner.at = JSON.parse(part) as string;
        if (inner.keys.has(inner.at)) return open.map(({ at }) => at);
        inner.keys.add(inner.at);
      }
    }
  }
  return null;
}
