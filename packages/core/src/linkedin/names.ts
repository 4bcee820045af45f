import { addressOfSlug, type ProfileAddress, sameAddress } from "../invitation/profile.ts";
import type { Listed } from "./list.ts";
import type { Exchange, Intended } from "./tab.ts";

/** Whether a request works on an invitation: what it says of others elsewhere (telemetry) is no concern of ours. */
const acts = /withdraw|invitation|rsc-action|relationships/i;

/** Whether a request is the withdrawal itself, rather than the fetching of a dialog or of rows. */
export function isWithdrawal(request: Pick<Exchange, "method" | "url" | "requestBody">): boolean {
  if (request.method === "GET" || /pagination/i.test(request.url)) return false;
  const body = request.requestBody ?? "";
  return /withdraw/i.test(request.url)
    ? !/dialog/i.test(request.url)
    : /_WITHDRAW|addaWithdraw|"WITHDRAW"|action=withdraw/i.test(body);
}

/**
 * Whether a request names an invitation other than the one meant: by another id, or by another person's slug or
 * member key. Such a request would withdraw somebody else. Where the meant one's own id, slug or key is unknown, one
 * that is known to be somebody else's counts.
 */
export function namesAnother(request: Intended, meant: Listed, list: readonly Listed[]): boolean {
  const text = `${request.url}\n${request.body ?? ""}`;
  if (request.method === "GET" || /pagination/i.test(request.url) || !acts.test(text)) return false;
  const plain = decoded(text);
  const others = list.filter((listed) => listed !== meant);
  const ids = all(
    plain,
    /(?:"invitationId"\s*:\s*"?|urn:li:(?:fsd?_)?(?:rel)?invitation:\(?|\/invitations\/)(\d{6,20})/gi,
  );
  const theirs = new Set(others.map((other) => other.invitation.id));
  const { id } = meant.invitation;
  if (ids.some((named) => (id === null ? theirs.has(named) : named !== id))) return true;

  const people = [
    ...all(plain, /"(?:inviteeVanityName|vanityName|publicIdentifier)"\s*:\s*"([^"]+)"/gi),
    ...all(plain, /"profileUrn"\s*:\s*"(?:[^"]*:)?([^":]+)"/gi),
  ].map(addressOfSlug);
  const own = addressesOf(meant);
  const foreign = others.flatMap(addressesOf);
  return people.some((person) => {
    if (person === null || own.some((address) => sameAddress(address, person))) return false;
    return (
      own.some((address) => address.kind === person.kind) ||
      foreign.some((address) => sameAddress(address, person))
    );
  });
}

function addressesOf({ invitation, entry }: Listed): readonly ProfileAddress[] {
  return [...invitation.addresses, ...(entry?.addresses ?? [])];
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

/** Percent-encoding undone wherever it can be, and quotes of JSON inside JSON freed of their backslashes. */
function decoded(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
      }
    })
    .replace(/\\+"/g, '"');
}
