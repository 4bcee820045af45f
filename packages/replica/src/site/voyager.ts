import type { Effect } from "../layouts/effect.ts";

/** What the replica's own script has to know beside an answer of the API: in a header, the body is the site's. */
export const aside = (toast: string, effect: Effect | null): Record<string, string> => ({
  "x-replica": encodeURIComponent(JSON.stringify({ toast, effect })),
});
