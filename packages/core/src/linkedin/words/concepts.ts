import { accept } from "./accept.ts";
import { cancel } from "./cancel.ts";
import { ignore } from "./ignore.ts";
import { more } from "./more.ts";
import { offer } from "./offer.ts";
import { next, previous } from "./paging.ts";
import { pending } from "./pending.ts";
import { withdraw } from "./withdraw.ts";
import type { WordTable } from "./word.ts";

/** What the controls of LinkedIn's invitation pages do, and what they are called for it. */
export const tables = {
  withdraw,
  ignore,
  accept,
  cancel,
  more,
  next,
  previous,
  pending,
  offer,
} as const satisfies Readonly<Record<string, WordTable>>;

export type Concept = keyof typeof tables;

export const concepts = Object.keys(tables) as readonly Concept[];
