import type { InvitationSpec } from "../invitation/invitation.ts";
import type { GeneratedSpec } from "../people/generate.ts";

/** An invitation that somebody else sent to the member: only to fill the Received tab. */
export interface ReceivedSpec {
  readonly name: string;
  readonly slug: string;
  readonly headline?: string;
}

/** A member of the replica. Explicit and generated invitations can be given together. */
export interface MemberSpec {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly invitations?: readonly InvitationSpec[];
  readonly generated?: GeneratedSpec;
  /** Default: three invented people. */
  readonly received?: readonly ReceivedSpec[];
}

export const receivedByDefault: readonly ReceivedSpec[] = [
  { name: "Otto Stranger", slug: "otto-stranger", headline: "Growth at Notional Ltd" },
  { name: "Petra Unknown", slug: "petra-unknown", headline: "Recruiter" },
  { name: "Ravi Passerby", slug: "ravi-passerby", headline: "Student" },
];
