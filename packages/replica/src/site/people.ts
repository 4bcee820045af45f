import type { Invitation } from "../invitation/invitation.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Person, Relation } from "../people/person.ts";
import { strangers } from "../people/strangers.ts";

/** The person at `/in/<slug>/`, by the slug of the row's link or the one in the data; null for nobody. */
export function personAt(member: ReplicaMember, slug: string): Person | null {
  if (slug === member.slug)
    return { name: member.name, slug, headline: "", profileUrn: null, relation: { kind: "self" } };
  const named = (i: Invitation) => hasProfile(i) && (i.slug === slug || i.vanityInData === slug);
  const pending = member.find(named);
  if (pending !== undefined) return invited(pending, { kind: "pending", invitation: pending });
  const received = member.received.people().find((invitation) => invitation.slug === slug);
  if (received !== undefined) return { ...received, relation: { kind: "invites", invitation: received } };
  const accepted = member.accepted().find(named);
  if (accepted !== undefined) return invited(accepted, { kind: "connected" });
  const met = member.received.accepted().find((invitation) => invitation.slug === slug);
  if (met !== undefined) return { ...met, relation: { kind: "connected" } };
  return withoutInvitation(member, slug, named);
}

function withoutInvitation(
  member: ReplicaMember,
  slug: string,
  named: (invitation: Invitation) => boolean,
): Person | null {
  const withdrawn = member.withdrawn().find(named);
  if (withdrawn !== undefined) return invited(withdrawn, { kind: "stranger" });
  const ignored = member.received.ignored().find((invitation) => invitation.slug === slug);
  if (ignored !== undefined) return { ...ignored, relation: { kind: "stranger" } };
  const known = member.people.find((person) => person.slug === slug);
  const other = known ?? strangers.find((person) => person.slug === slug);
  if (other === undefined) return null;
  const relation: Relation = { kind: known?.connected === true ? "connected" : "stranger" };
  return { name: other.name, slug, headline: other.headline ?? "", profileUrn: null, relation };
}

const hasProfile = ({ kind, slug }: Invitation) => kind === "person" && slug !== null;

/** The data knows the newer slug, and so does the profile. */
const invited = ({ name, vanityInData, headline, profileUrn }: Invitation, relation: Relation): Person => ({
  name,
  slug: vanityInData,
  headline,
  profileUrn,
  relation,
});
