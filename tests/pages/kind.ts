import type { Acted } from "./stage.ts";

/**
 * Lapse works, or refuses without a click on a Withdraw; there is no third kind. It works where every click became a
 * withdrawal, the result tells of each, and the sweep ended well.
 */
export function kindOf({ result, clicks, withdrawn }: Acted): "works" | "refuses" | "third" {
  if (clicks === 0) return "refuses";
  const told = result.items.filter((item) => item.state === "withdrawn").length;
  const well = result.outcome === "done" && told === withdrawn.length && clicks === withdrawn.length;
  return well ? "works" : "third";
}
