import type { Exchange } from "../server/exchange.ts";
import type { Site } from "../site/site.ts";

export function answerControl(_site: Site, _exchange: Exchange): boolean {
  return false;
}
