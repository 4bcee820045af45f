import { MemberRecordError } from "@lapse/core/errors";
import { emailAddress } from "@lapse/core/member/email";
import type { Storage } from "@lapse/functions/adapters/storage";
import { emailHash } from "@lapse/functions/store/emailKey";

export interface Leaver {
  readonly id: string;
  /** Null where the record cannot be read; it can be deleted all the same. */
  readonly email: string | null;
  /** As the command names them: the id or the address. */
  readonly named: string;
}

export interface Found {
  readonly leavers: readonly Leaver[];
  /** Names of nobody who is a member. */
  readonly unknown: readonly string[];
  /** Records in which no address could be looked for. */
  readonly unreadable: number;
}

/** Finds whom the names mean, each once, in the order in which they were named. */
export async function findLeavers(
  names: readonly string[],
  { members, everyMember }: Pick<Storage, "members" | "everyMember">,
): Promise<Found> {
  const byAddress = await addressed(names, everyMember);
  const leavers = new Map<string, Leaver>();
  const unknown: string[] = [];
  for (const named of names) {
    const found = isAddress(named)
      ? (byAddress.found.get(emailHash(named)) ?? [])
      : await withId(named, members);
    if (found.length === 0) unknown.push(named);
    for (const one of found) if (!leavers.has(one.id)) leavers.set(one.id, { ...one, named });
  }
  return { leavers: [...leavers.values()], unknown, unreadable: byAddress.unreadable };
}

export function isAddress(named: string): boolean {
  return emailAddress(named) !== null;
}

type Known = Omit<Leaver, "named">;

async function withId(id: string, members: Storage["members"]): Promise<readonly Known[]> {
  try {
    const member = await members.get(id);
    return member === null ? [] : [{ id, email: member.email }];
  } catch (fault) {
    if (fault instanceof MemberRecordError) return [{ id, email: null }];
    throw fault;
  }
}

/**
 * Looks through all records: an address is given up before the record that has it is deleted, so of one that was left
 * half way the address itself leads nowhere, or to whoever signed up with it since.
 */
async function addressed(names: readonly string[], everyMember: Storage["everyMember"]) {
  const found = new Map<string, Known[]>();
  let unreadable = 0;
  const wanted = new Set(names.filter(isAddress).map(emailHash));
  if (wanted.size === 0) return { found, unreadable };
  for await (const listed of everyMember()) {
    if (!listed.ok) {
      unreadable++;
      continue;
    }
    const { id, email } = listed.member;
    const hash = emailHash(email);
    if (wanted.has(hash)) found.set(hash, [...(found.get(hash) ?? []), { id, email }]);
  }
  return { found, unreadable };
}
