import fc from "fast-check";

/** Zones that change their clocks at odd times, by odd amounts, or not at all. */
export const oddZones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/Nuuk",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Tehran",
  "Asia/Beirut",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Pacific/Chatham",
];

export const anyZone = fc.constantFrom(...oddZones);
export const anySpread = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** From 2012 to 2037, in ms. */
export const anyMoment = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2037, 0, 1) });
