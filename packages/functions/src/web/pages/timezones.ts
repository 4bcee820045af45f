import type { ChoiceGroup } from "./field.ts";

/** The IANA zones that this runtime knows, by region, UTC first. */
export function timezoneGroups(): readonly ChoiceGroup[] {
  const regions = new Map<string, { value: string; label: string }[]>();
  for (const value of Intl.supportedValuesOf("timeZone")) {
    const [region = "", ...place] = value.split("/");
    if (place.length === 0) continue;
    const label = place.join(", ").replaceAll("_", " ");
    regions.set(region, [...(regions.get(region) ?? []), { value, label }]);
  }
  return [
    { label: "", choices: [{ value: "UTC", label: "UTC" }] },
    ...[...regions].map(([label, choices]) => ({ label, choices })),
  ];
}
