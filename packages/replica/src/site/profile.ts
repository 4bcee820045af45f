import { mutated } from "../layouts/mutate/mutate.ts";
import { profilePage } from "../layouts/v6/profile.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Answered, Exchange } from "../server/exchange.ts";
import { personAt } from "./people.ts";
import type { Site } from "./site.ts";
import { pageView } from "./views.ts";
import { missingPage } from "./walls.ts";

/**
 * `/in/<slug>/`, always as of 2026: the surfaces of the site migrate one by one (evidence §2), and a profile's
 * Pending control was seen there only.
 */
export function answerProfile(site: Site, exchange: Exchange, member: ReplicaMember, slug: string): Answered {
  const person = personAt(member, slug);
  if (person === null) return exchange.html(404, missingPage(member.strings));
  const page = profilePage({ ...pageView(site, member), person });
  return exchange.html(200, mutated(page, member.faults.mutations));
}
