import type { RequestKind } from "../journal.ts";

const actions = "/flagship-web/rsc-action/actions";

/** What a request is for, by its method and address alone. */
export function kindOf(method: string, url: URL): RequestKind {
  const path = url.pathname;
  const id = url.searchParams.get("sduiid") ?? "";
  if (method === "GET" && path === "/voyager/api/relationships/sentInvitationViewsV2") return "pagination";
  if (method === "GET" || method === "HEAD")
    return path.startsWith("/replica/asset/") || path === "/favicon.ico" ? "asset" : "page";
  if (method !== "POST") return "other";
  if (path === "/replica/click") return "click";
  if (path === "/li/track") return "telemetry";
  if (path === "/checkpoint/lg/login-submit") return "signin";
  if (/^\/flagship-web\/mynetwork\/invitation-manager\/(sent|received)\/?$/.test(path)) return "tab";
  if (
    path === `${actions}/pagination` &&
    /(scribe(Sent|Received)InvitationManagerList|mynetwork\.invitationsList)$/.test(id)
  )
    return "pagination";
  if (path === `${actions}/screen` && id.endsWith("WithdrawConfirmationDialog")) return "dialog";
  if (path === `${actions}/server-request` && id.endsWith("addaWithdrawInvitation")) return "withdraw";
  if (path === `${actions}/server-request` && id.endsWith("addaIgnoreInvitation")) return "ignore";
  if (path === `${actions}/server-request` && id.endsWith("addaAcceptInvitation")) return "accept";
  const action = url.searchParams.get("action");
  if (path === "/voyager/api/relationships/invitations" && action === "closeInvitations") return "withdraw";
  if (path.startsWith("/voyager/api/voyagerRelationshipsDashInvitations/") && action === "withdraw")
    return "withdraw";
  return "other";
}
