import type { Effect } from "../layouts/effect.ts";
import type { Exchange } from "../server/exchange.ts";
import { closed } from "./closed.ts";
import { dash } from "./dash.ts";
import { serverDriven } from "./server-driven.ts";

/** What a request asks to withdraw. `null` where its generation of the site did not send it. */
export type Asked =
  | {
      readonly kind: "withdrawal";
      readonly id: string;
      readonly slug: string | null;
      /** `GenericInvitationType_…`. */
      readonly type: string | null;
      /** The invitation's `sharedSecret`. */
      readonly token: string | null;
    }
  | { readonly kind: "refused"; readonly why: string };

/** How one generation of the site asks for a withdrawal and answers it (evidence §3, "Withdraw over time"). */
export interface Protocol {
  asked(exchange: Exchange): Asked;
  /** Status 200, and nothing was done: `gone` where the invitation is not pending, as far as it says. */
  refuse(exchange: Exchange, id: string, text: string, gone: boolean): void;
  /** What was done, or is said to be done. */
  done(exchange: Exchange, id: string, text: string, effect: Effect): void;
}

export function protocolOf({ url }: Exchange): Protocol {
  if (url.pathname.startsWith("/voyager/api/voyagerRelationshipsDashInvitations/")) return dash;
  return url.pathname.startsWith("/voyager/") ? closed : serverDriven;
}
