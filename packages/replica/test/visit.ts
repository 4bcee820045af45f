import type { MintedSession, Replica, ReplicaMember } from "../src/replica.ts";

/** The day that the fixtures of the evidence stand on. */
export const noon = Date.UTC(2026, 10, 23, 12);

/** A signed-in browser without a browser: plain requests with a session's cookies. */
export interface Visit {
  page(path?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts as the page's script does; `csrf` is the header it sends, the right one by default. */
  post(path: string, body: unknown, csrf?: string): Promise<Response>;
}

export const sentPath = "/mynetwork/invitation-manager/sent/";
const actions = "/flagship-web/rsc-action/actions";
export const paginationPath = `${actions}/pagination?sduiid=com.linkedin.sdui.pagers.mynetwork.scribeSentInvitationManagerList`;
export const dialogPath = `${actions}/screen?sduiid=com.linkedin.sdui.flagshipnav.mynetwork.invitations.WithdrawConfirmationDialog`;
export const withdrawPath = `${actions}/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation&parentSpanId=1`;

export function visit(replica: Replica, session: MintedSession): Visit {
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const token = session.cookies.find(({ name }) => name === "JSESSIONID")?.value.replaceAll('"', "") ?? "";
  return {
    page: (path = sentPath, headers = {}) =>
      fetch(`${replica.origin}${path}`, { headers: { cookie, ...headers }, redirect: "manual" }),
    post: (path, body, csrf = token) =>
      fetch(`${replica.origin}${path}`, {
        method: "POST",
        headers: { cookie, "csrf-token": csrf, "content-type": "application/json" },
        body: JSON.stringify(body),
        redirect: "manual",
      }),
  };
}

export const pageFrom = (start: number) => ({
  clientArguments: { payload: { invitationStartIndex: start } },
});

export const dialogOf = (profileUrn: string) => ({
  value: { content: { screen: { requestedArguments: { payload: { profileUrn } } } } },
});

const withdrawal = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";

/** The captured request with these fields in its payload. */
export const withdrawalOf = (invitationId: string, inviteeVanityName: string, changes = {}) => ({
  requestId: withdrawal,
  serverRequest: {
    requestId: withdrawal,
    requestedArguments: {
      payload: {
        inviterActionType: "InviterActionType_WITHDRAW",
        invitationType: "GenericInvitationType_CONNECTION",
        inviteeVanityName,
        invitationUrn: { invitationId },
        ...changes,
      },
    },
  },
});

/** The member's n-th pending invitation, newest first from 0. */
export function pendingAt(member: ReplicaMember, n: number) {
  const invitation = member.pending().at(n);
  if (invitation === undefined) throw new Error(`no pending invitation ${n}`);
  return invitation;
}

export const idsIn = (text: string): string[] =>
  [...text.matchAll(/invitationId\\?": ?\\?"(\d+)/g)].map((match) => match[1] ?? "");

export const ada = { slug: "ada-sender", name: "Ada Sender", email: "ada@sender.example", password: "demo" };
