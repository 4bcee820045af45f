import { expect, test } from "vitest";
import { sources } from "../../../../tests/house/sources.ts";
import { countedBy, metricUnits, type Service } from "../../src/metrics/metrics.ts";

/** Where each function's own code lies. */
const codeOf: Readonly<Record<Service, RegExp>> = {
  dispatch: /^packages\/functions\/src\/dispatch\//,
  "digest-dispatch": /^packages\/functions\/src\/digest\/dispatch/,
  sweep: /^packages\/functions\/src\/sweep\//,
  digest: /^packages\/functions\/src\/digest\/(?!dispatch)/,
  web: /^packages\/functions\/src\/web\//,
  "mail-events": /^packages\/functions\/src\/mailEvents\//,
};

/** The names of metrics that stand in quotes in files which have to do with metrics. */
function namedIn(files: RegExp): string[] {
  const quoted = sources(files)
    .filter(({ text }) => text.includes("metrics/metrics.ts") || text.includes("metrics.add("))
    .flatMap(({ text }) => [...text.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name));
  return [...new Set(quoted)].filter((name) => name in metricUnits).toSorted();
}

test.each(Object.keys(codeOf) as Service[])("%s counts what the table says that it counts", (service) => {
  expect(namedIn(codeOf[service])).toEqual([...countedBy[service]].toSorted());
});

test("every metric is counted by somebody", () => {
  expect(new Set(Object.values(countedBy).flat())).toEqual(new Set(Object.keys(metricUnits)));
});
