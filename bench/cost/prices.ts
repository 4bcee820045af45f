/**
 * List prices of the region us-east-1, in US dollars, before tax and without any free tier. AWS's own pages can't be
 * reached from where this was written: these are its published prices as quoted in public copies of them. Compare them
 * with https://aws.amazon.com/pricing/ before you rely on a sum, and change them, with the date, here and nowhere else.
 */
export const prices = {
  comparedOn: "2026-11-23",
  region: "us-east-1",
  lambda: { gbSecond: 0.0000166667, request: 0.2 / 1e6, ephemeralGbSecond: 0.0000000309 },
  /** Lambda@Edge, which signs what CloudFront hands to the function's URL. */
  edge: { gbSecond: 0.00005001, request: 0.6 / 1e6 },
  dynamodb: { readUnit: 0.125 / 1e6, writeUnit: 0.625 / 1e6, storedGb: 0.25, recoveryGb: 0.2 },
  sqs: { request: 0.4 / 1e6 },
  kms: { key: 1, request: 0.03 / 1e4 },
  ses: { mail: 0.1 / 1e3 },
  cloudwatch: { logGb: 0.5, metric: 0.3, alarm: 0.1, dashboard: 3 },
  cloudfront: { request: 0.01 / 1e4, gb: 0.085, functionRequest: 0.1 / 1e6 },
  scheduler: { invocation: 1 / 1e6 },
} as const;
