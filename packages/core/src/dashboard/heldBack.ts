import type { Present } from "./present.ts";

/** The belt: far more is due than was confirmed, so sweeps wait for the member's word. */
export function isHeldBack({ sent, received }: Pick<Present, "sent" | "received">): boolean {
  return sent.belt || received?.belt === true;
}
