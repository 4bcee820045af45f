import type { Member } from "@lapse/core/member/member";
import { connectSession } from "@lapse/functions/connect/connectSession";
import type { Local } from "../stack/local.ts";
import type { Display } from "./display.ts";
import type { DemoPerson } from "./people.ts";
import { signIn } from "./signIn.ts";
import { signUp } from "./signUp.ts";

/**
 * Makes a demo person a member with a session, by the steps of a real one, as far as an earlier run did not. One whose
 * session was put out of use stays without: only the member may connect again, and here nobody is asked.
 */
export async function join(person: DemoPerson, local: Local, show: Display): Promise<Member> {
  const { members, sessions, now } = local.functions.adapters;
  const { email, name } = person.account;
  const known = await members.findByEmail(email);
  if (known === null) {
    show.now(`${name} signs up with the form`);
    await signUp(local.addresses, person.form);
  }
  const member = known ?? (await members.findByEmail(email));
  if (member === null) throw new Error(`${email} signed up and is no member`);
  if (member.session === "none") {
    show.now(`${name} signs in at the replica and connects the session`);
    const session = await signIn(local.replica.origin, person.account);
    await connectSession(member.id, session, { members, sessions, now });
  }
  if (member.startedAt === null) await start(member.id, local);
  return (await members.get(member.id)) ?? member;
}

/** The member's own word. A real one is first swept the next morning, which is too long for a demonstration. */
async function start(memberId: string, local: Local): Promise<void> {
  const { members, ledgerOf, newRunId, now } = local.functions.adapters;
  const at = now();
  await ledgerOf(memberId).append({ kind: "confirmed", due: 0, at, run: newRunId(), account: null });
  await members.start(memberId, at, at);
}
