/**
 * The generations of the page (evidence §2). `V5-V6` is the expected mixture: the page of 2026 with the buttons of
 * 2025. `V2` is there to be refused: nothing on it withdraws.
 */
export const layoutNames = ["V6", "V5-button", "V5-anchor", "V4", "V3b", "V5-V6", "V2"] as const;
export type LayoutName = (typeof layoutNames)[number];
