import { addressOfSlug, type ProfileAddress, sameAddress } from "../../invitation/profile.ts";
import type { Listed } from "../list/list.ts";
import type { Intended } from "../visit/tab.ts";

/** Whether a request works on an invitation: what it says of others elsewhere (telemetry) is no concern of ours. */
const works = /withdraw|invitation|rsc-action|relationships|flagship-web|voyager|graphql/i;
const telemetry = /\/li\/track|\/lite\/|sensorCollect|\/realtime\//i;
/** What fetches a dialog or a screen speaks of the withdrawal, and is none. */
const asks = /dialog|friction|NavigateToScreen|actions\.core\.Navigate/i;

/** Whether a request is the withdrawal itself, rather than the fetching of a dialog or of rows (linkedin/README.md §3). */
export function isWithdrawal(request: Intended): boolean {
  return isActOf(request, /withdraw/i, /_WITHDRAW\b|addaWithdraw|"WITHDRAW"|action=withdraw/);
}

/** Whether a request ignores a received invitation; its forms mirror the withdrawal's [I]. */
export function isIgnoring(request: Intended): boolean {
  return aboutInvitations(request) && isActOf(request, /ignore/i, answering("ignore"));
}

/** Whether a request accepts a received invitation: what may never leave, whatever else is being done. */
export function isAccepting(request: Intended): boolean {
  return aboutInvitations(request) && isActOf(request, /accept/i, answering("accept"));
}

function answering(word: string): RegExp {
  const upper = word.toUpperCase();
  const adda = `adda${upper.charAt(0)}${word.slice(1)}`;
  return new RegExp(`_${upper}\\b|${adda}|"${upper}"|action=${word}`);
}

/** To ignore and to accept is said of much else: of cookies, of terms. */
function aboutInvitations({ url, body }: Intended): boolean {
  return /invit|mynetwork|relationships/i.test(`${url}\n${body ?? ""}`);
}

function isActOf({ method, url, body }: Intended, word: RegExp, inBody: RegExp): boolean {
  if (method === "GET" || /pagination/i.test(url) || telemetry.test(url)) return false;
  const id = /[?&]sduiid=([^&]+)/.exec(url)?.[1];
  if (id !== undefined) return word.test(id) && !asks.test(id);
  if (word.test(url)) return !asks.test(url);
  return body !== null && !asks.test(body) && inBody.test(body);
}

export interface NamesAnother {
  readonly request: Intended;
  readonly meant: Listed;
  readonly list: readonly Listed[];
  /** Whether an id that the page did not show can be that of the one meant, by its time. */
  readonly mayBe?: (id: string) => boolean;
}

/**
 * Whether a request names an invitation other than the one meant: by another id, or by another person's slug or
 * member key. Such a request would withdraw somebody else. Where the meant one's own id, slug or key is unknown, one
 * that is known to be somebody else's counts, and an id whose time cannot be right.
 */
export function namesAnother({ request, meant, list, mayBe }: NamesAnother): boolean {
  const text = `${request.url}\n${request.body ?? ""}`;
  if (request.method === "GET" || /pagination/i.test(request.url) || telemetry.test(request.url))
    return false;
  if (!works.test(text)) return false;
  const plain = decoded(text);
  const others = list.filter((listed) => listed !== meant);
  const theirs = new Set(others.map((other) => other.invitation.id));
  const { id } = meant.invitation;
  const isOther = (named: string) =>
    id === null ? theirs.has(named) || mayBe?.(named) === false : named !== id;
  if (idsNamed(plain).some(isOther)) return true;

  const own = addressesOf(meant);
  const foreign = others.flatMap(addressesOf);
  return peopleNamed(plain, meant.invitation.direction).some((person) => {
    if (own.some((address) => sameAddress(address, person))) return false;
    return (
      own.some((address) => address.kind === person.kind) ||
      foreign.some((address) => sameAddress(address, person))
    );
  });
}

/** Whether a request says at all whose invitation it works on. */
export function namesSomebody(request: Intended): boolean {
  const plain = decoded(`${request.url}\n${request.body ?? ""}`);
  return idsNamed(plain).length > 0 || peopleNamed(plain).length > 0;
}

function idsNamed(plain: string): string[] {
  return all(
    plain,
    /(?:"invitationId"\s*:\s*"?|urn:li:(?:fsd?_)?(?:rel)?(?:Sent)?invitation(?:View)?:\(?|\/invitations\/)(\d{6,20})/gi,
  );
}

/** Of a received invitation the invitee is the member: that they are named says nothing. */
function peopleNamed(plain: string, direction: "sent" | "received" = "sent"): ProfileAddress[] {
  const slugs =
    direction === "sent"
      ? /"(?:invitee|inviter)?(?:vanityName|publicIdentifier)"\s*:\s*"([^"]+)"/gi
      : /"(?:inviter)?(?:vanityName|publicIdentifier)"\s*:\s*"([^"]+)"/gi;
  return [...all(plain, slugs), ...all(plain, /"profileUrn"\s*:\s*"(?:[^"]*:)?([^":]+)"/gi)]
    .map(addressOfSlug)
    .filter((address) => address !== null);
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
