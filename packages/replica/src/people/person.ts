import type { Invitation } from "../invitation/invitation.ts";
import type { ReceivedInvitation } from "../invitation/received.ts";

/** What a member is to the person whose profile they look at. */
export type Relation =
  | { readonly kind: "pending"; readonly invitation: Invitation }
  | { readonly kind: "invites"; readonly invitation: ReceivedInvitation }
  | { readonly kind: "connected" }
  | { readonly kind: "stranger" }
  | { readonly kind: "self" };

export interface Person {
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  /** `ACoAA…`, where the person has been invited or invites; null for the others. */
  readonly profileUrn: string | null;
  readonly relation: Relation;
}
