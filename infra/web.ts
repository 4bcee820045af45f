import type { Stage } from "./stage.ts";

/** CloudFront's managed policy CachingDisabled: every page is somebody's own. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
/** Answers that CloudFront would keep for ten seconds, whatever their headers say, and give to the next member. */
const keptErrors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** Who asks, for the limits of packages/functions/src/web/border/source.ts: written over whatever a client sent. */
const nameTheSource = `event.request.headers["x-lapse-source"] = { value: event.viewer.ip };`;

/**
 * The way to the pages. The function behind it takes signed requests of this distribution only; a function at the edge
 * adds the hash of a body, without which a POST can't be signed.
 */
export function pages(stage: Stage): sst.aws.Router {
  const headers = pageHeaders(stage);
  const region = aws.getRegionOutput().region;
  return new sst.aws.Router("PagesRouter", {
    ...(stage.domain === null ? {} : { domain: stage.domain }),
    protection: "oac-with-edge-signing",
    edge: { viewerRequest: { injection: nameTheSource } },
    transform: {
      cdn: (args) => {
        args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behaviour) => ({
          ...behaviour,
          cachePolicyId: cachingDisabled,
          responseHeadersPolicyId: headers.id,
        }));
        args.customErrorResponses = keptErrors.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 }));
        // Where a request goes, cookies and all, when the route can't be looked up. SST's own default is a host of its
        // makers, without encryption; this one is AWS's, and refuses what is not signed.
        args.origins = $output(args.origins).apply((origins) =>
          origins.map((origin) => ({
            ...origin,
            domainName: $interpolate`lambda.${region}.amazonaws.com`,
            customOriginConfig: {
              httpPort: 80,
              httpsPort: 443,
              originProtocolPolicy: "https-only",
              originReadTimeout: 30,
              originSslProtocols: ["TLSv1.2"],
            },
          })),
        );
      },
    },
  });
}

/** For answers that are not ours as well, such as CloudFront's own errors; what a page says itself stays. */
function pageHeaders(stage: Stage) {
  return new aws.cloudfront.ResponseHeadersPolicy("PageHeaders", {
    name: `${$app.name}-${stage.name}-pages`,
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: false },
      referrerPolicy: { referrerPolicy: "same-origin", override: false },
    },
    customHeadersConfig: { items: [{ header: "cache-control", value: "no-store", override: false }] },
  });
}
