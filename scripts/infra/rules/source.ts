import { createContext, Script } from "node:vm";
import type { Program, Resource } from "../program/resource.ts";
import { all } from "./find.ts";
import type { Rule } from "./rule.ts";

const forged = "198.51.100.1";
const viewer = "203.0.113.7";

export const trueSource: Rule = {
  name: "a client cannot name its address",
  holds:
    "The function that CloudFront runs first, run here with a request that names an address of its own, overwrites it with the viewer's, on which limits on codes and tries rest.",
  check: (program) => {
    const first = viewerRequest(program);
    const said = first === undefined ? "nothing" : addressAfter(String(first.props["code"]));
    if (said === viewer) return [];
    return [
      {
        resource: first?.name ?? "PagesRouter",
        fault: `lets through ${said === forged ? "the address that a client made up" : said}`,
        remedy: "see nameTheSource in infra/web.ts",
      },
    ];
  },
};

function viewerRequest(program: Program): Resource | undefined {
  const [distribution] = all(program, "aws:cloudfront/distribution:Distribution");
  const text = JSON.stringify(distribution?.props["defaultCacheBehavior"] ?? {});
  const { functionAssociations: associated = [] } = JSON.parse(text) as {
    functionAssociations?: { eventType: string; functionArn: string }[];
  };
  const arn = associated.find(({ eventType }) => eventType === "viewer-request")?.functionArn;
  return all(program, "aws:cloudfront/function:Function").find(({ props }) =>
    arn?.endsWith(`:${String(props["name"])}`),
  );
}

/** What the request says of its source once the function has begun: it waits only for what it looks up, further down. */
function addressAfter(code: string): string {
  const request = {
    ...{ method: "GET", uri: "/", querystring: {}, cookies: {} },
    headers: { host: { value: "lapse.example.org" }, "x-lapse-source": { value: forged } },
  };
  const nothingThere = () => Promise.reject(new Error("The check keeps no key value store."));
  const cf = { kvs: () => ({ get: nothingThere }), updateRequestOrigin: () => undefined };
  const script = `${code.replace(/^\s*import cf from "cloudfront";/, "")}\nhandler(event).catch(() => undefined);`;
  try {
    new Script(script).runInContext(createContext({ cf, event: { request, viewer: { ip: viewer } } }), {
      timeout: 1_000,
    });
  } catch (fault) {
    return `nothing, because it fails: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
  return request.headers["x-lapse-source"].value;
}
