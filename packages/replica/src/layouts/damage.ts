import { isIsland, type Mutation } from "../member/mutation.ts";

/** The page's data as the mutations leave it; null where they take it away. */
export function damaged<T>(data: T, mutations: readonly Mutation[]): T | null {
  const island = mutations.filter(isIsland);
  if (island.some(({ change }) => change === "remove")) return null;
  const keys = new Set(island.flatMap(({ key }) => key ?? []));
  return keys.size === 0 ? data : renamed(data, keys);
}

function renamed<T>(value: T, keys: ReadonlySet<string>): T;
function renamed(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, keys));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [keys.has(key) ? `x_${key}` : key, renamed(item, keys)]),
  );
}
