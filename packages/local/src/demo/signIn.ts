import type { Session } from "@lapse/core/session/session";
import type { MemberSpec } from "@lapse/replica/replica";

/** Signs in at the replica's own sign-in page, and takes the cookies that a browser would then hold. */
export async function signIn(site: string, { email, password, slug }: MemberSpec): Promise<Session> {
  const answer = await fetch(new URL(signInPath, site), {
    method: "POST",
    body: new URLSearchParams({ session_key: email, session_password: password }),
    redirect: "manual",
  });
  await answer.body?.cancel();
  const cookies = answer.headers.getSetCookie().flatMap((line) => {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
  if (!cookies.some(({ name }) => name === "li_at"))
    throw new Error(`${email} could not sign in at the replica`);
  return { cookies, member: `/in/${slug}` };
}

const signInPath = "/checkpoint/lg/login-submit";
