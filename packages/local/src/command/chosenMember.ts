import type { Member } from "@lapse/core/member/member";
import type { Attached } from "../stack/attach.ts";
import { StackRefused } from "../stack/errors.ts";
import { UsageError } from "./usage.ts";

/**
 * The member whom a command is about: the one with this address, or the only one there is. Throws UsageError where it
 * is not clear who is meant, and StackRefused where there is nobody.
 */
export async function chosenMember(
  { adapters, data, form }: Attached,
  email: string | undefined,
): Promise<Member> {
  const everybody = await membersIn(adapters);
  const [only] = everybody;
  if (only === undefined) {
    const page =
      form === null ? "start 'lapse serve' and sign up at the address it prints" : `sign up at ${form}`;
    throw new StackRefused(`There is no member in ${data.path} yet: ${page}.`);
  }
  const addresses = everybody.map((member) => member.email).join(", ");
  if (email === undefined) {
    if (everybody.length === 1) return only;
    throw new UsageError(`There are ${everybody.length} members: name one with --member (${addresses}).`);
  }
  const found = await adapters.members.findByEmail(email.trim());
  if (found === null) throw new UsageError(`No member has this address; there is ${addresses}.`);
  return found;
}

/** Everybody whose record can be read, those who signed up first, first; the others are `lapse status`'s to tell. */
export async function membersIn(adapters: Attached["adapters"]): Promise<readonly Member[]> {
  return (await everybodyIn(adapters)).members;
}

export async function everybodyIn(
  adapters: Attached["adapters"],
): Promise<{ readonly members: readonly Member[]; readonly unreadable: number }> {
  const members: Member[] = [];
  let unreadable = 0;
  for await (const listed of adapters.everyMember()) {
    if (listed.ok) members.push(listed.member);
    else unreadable++;
  }
  members.sort((one, other) => one.createdAt - other.createdAt);
  return { members, unreadable };
}
