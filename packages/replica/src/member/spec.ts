import type { InvitationSpec } from "../invitation/invitation.ts";
import type { ReceivedSpec } from "../invitation/received.ts";
import type { LayoutName } from "../layouts/names.ts";
import type { Language } from "../layouts/strings/languages.ts";
import type { GeneratedSpec } from "../people/generate.ts";

/** Somebody with a profile page who is neither invited by the member nor invites them. */
export interface PersonSpec {
  readonly name: string;
  /** The part after `/in/`, decoded. */
  readonly slug: string;
  readonly headline?: string;
  /** Connected with the member already. */
  readonly connected?: boolean;
}

/** A member of the replica. Explicit and generated invitations can be given together. */
export interface MemberSpec {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Which generation of the page the member gets. Default: the replica's. */
  readonly layout?: LayoutName;
  /** Of every word on the pages. Default "en". */
  readonly language?: Language;
  readonly invitations?: readonly InvitationSpec[];
  readonly generated?: GeneratedSpec;
  /** Default: three invented people. */
  readonly received?: readonly ReceivedSpec[];
  /** Further people whose profile pages exist. */
  readonly people?: readonly PersonSpec[];
}
