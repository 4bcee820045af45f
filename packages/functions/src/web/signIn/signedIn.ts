import type { Member } from "@lapse/core/member/member";
import type { Context, Handler } from "hono";
import { getCookie } from "hono/cookie";
import type { Members } from "../../store/members.ts";
import type { SignIns } from "../../store/signIns.ts";

/** The cookie of a signed-in browser: HttpOnly, SameSite=Lax, so that a link in a mail finds the member signed in. */
export const signInCookie = "lapse-sign-in";

export interface SignedInPorts {
  readonly signIns: Pick<SignIns, "memberId">;
  readonly members: Pick<Members, "get">;
}

/** Who is signed in in this browser; null where nobody is, or the member has left. */
export async function signedIn(
  context: Context,
  { signIns, members }: SignedInPorts,
): Promise<Member | null> {
  const cookie = getCookie(context, signInCookie);
  const id = cookie === undefined ? null : await signIns.memberId(cookie);
  return id === null ? null : members.get(id);
}

/** A handler for the signed-in member alone; everybody else is led to the sign-in page. */
export function forMember(
  ports: SignedInPorts,
  handle: (context: Context, member: Member) => Promise<Response> | Response,
): Handler {
  return async (context) => {
    const member = await signedIn(context, ports);
    return member === null ? context.redirect("/sign-in", 303) : handle(context, member);
  };
}
