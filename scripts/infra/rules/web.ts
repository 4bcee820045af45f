import * as z from "zod";
import type { Program } from "../program/resource.ts";
import { all, functionsOf } from "./find.ts";
import type { Rule, Violation } from "./rule.ts";

const permissionProps = z.object({
  action: z.string(),
  function: z.string(),
  principal: z.string(),
  sourceArn: z.string().optional(),
});
const source: Readonly<Record<string, RegExp>> = {
  "cloudfront.amazonaws.com": /^arn:aws:cloudfront::\d+:distribution\/\w+$/,
  "events.amazonaws.com": /^arn:aws:events:[^:]+:\d+:rule\/[\w-]+$/,
};

export const privateFunctions: Rule = {
  name: "functions are private",
  holds:
    "The one function URL takes signed requests only, without CORS, and only from the distribution; other functions are called by one source each.",
  check: (program) => [...urls(program), ...permissions(program)],
};

function urls(program: Program): Violation[] {
  const found = all(program, "aws:lambda/functionUrl:FunctionUrl");
  const web = functionsOf(program).find(({ resource }) => resource === "WebFunction")?.name;
  return found.flatMap(({ name: resource, props }) => {
    const remedy = "see infra/function.ts: authorization iam, no CORS, behind the router";
    return [
      ...(props["authorizationType"] === "AWS_IAM" && props["functionName"] === web
        ? []
        : [{ resource, fault: "can be called by everybody", remedy }]),
      ...(props["cors"] === undefined ? [] : [{ resource, fault: "answers pages of other sites", remedy }]),
    ];
  });
}

function permissions(program: Program): Violation[] {
  const given = all(program, "aws:lambda/permission:Permission").map(({ name, props }) => ({
    ...permissionProps.parse(props),
    resource: name,
  }));
  const open = given
    .filter(({ principal, sourceArn }) => !source[principal]?.test(sourceArn ?? ""))
    .map(({ resource, principal }) => ({
      resource,
      fault: `lets ${principal === "*" ? "everybody" : principal} call the function, from anywhere`,
      remedy: "name the service and the one ARN that it calls for",
    }));
  const ways = given
    .filter(({ principal }) => principal === "cloudfront.amazonaws.com")
    .map(({ action }) => action);
  // Since October 2025 a signed request needs both.
  const enough = ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"].every((action) =>
    ways.includes(action),
  );
  return enough
    ? open
    : [
        ...open,
        {
          resource: "WebFunction",
          fault: "cannot be reached by the distribution",
          remedy: "see infra/web.ts",
        },
      ];
}

const distributionProps = z.object({
  defaultCacheBehavior: z.object({
    cachePolicyId: z.string(),
    responseHeadersPolicyId: z.string().optional(),
    viewerProtocolPolicy: z.string(),
    lambdaFunctionAssociations: z.array(z.object({ eventType: z.string(), includeBody: z.boolean() })),
  }),
  orderedCacheBehaviors: z.array(z.unknown()).default([]),
  customErrorResponses: z
    .array(z.object({ errorCode: z.number(), errorCachingMinTtl: z.number() }))
    .default([]),
  origins: z.array(
    z.object({ domainName: z.string(), customOriginConfig: z.object({ originProtocolPolicy: z.string() }) }),
  ),
});

export const uncachedPages: Rule = {
  name: "pages are never cached",
  holds:
    "CloudFront keeps no page and no error, adds the security headers, speaks HTTPS only and signs bodies.",
  check: (program) => {
    const functions = all(program, "aws:cloudfront/function:Function");
    return all(program, "aws:cloudfront/distribution:Distribution").flatMap(({ name: resource, props }) => {
      const {
        defaultCacheBehavior: behaviour,
        customErrorResponses,
        origins,
        ...rest
      } = distributionProps.parse(props);
      const kept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].filter(
        (code) =>
          !customErrorResponses.some((each) => each.errorCode === code && each.errorCachingMinTtl === 0),
      );
      const faults = {
        "keeps pages":
          behaviour.cachePolicyId !== "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" ||
          rest.orderedCacheBehaviors.length > 0,
        [`keeps the answers ${kept.join(", ")} for the next member`]: kept.length > 0,
        "adds no security headers": behaviour.responseHeadersPolicyId === undefined,
        "takes requests without encryption": behaviour.viewerProtocolPolicy !== "redirect-to-https",
        "passes requests on without encryption, or to strangers": origins.some(
          ({ domainName, customOriginConfig }) =>
            customOriginConfig.originProtocolPolicy !== "https-only" ||
            !domainName.endsWith(".amazonaws.com"),
        ),
        "does not sign bodies": !behaviour.lambdaFunctionAssociations.some(
          ({ eventType, includeBody }) => eventType === "origin-request" && includeBody,
        ),
        // CloudFront takes functions of at most 10 KB.
        "has a function too long for CloudFront": functions.some(
          (each) => String(each.props["code"]).length > 10_240,
        ),
      };
      return Object.entries(faults)
        .filter(([, is]) => is)
        .map(([fault]) => ({ resource, fault, remedy: "see infra/web.ts" }));
    });
  },
};
