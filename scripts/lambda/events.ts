import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIGatewayProxyEventV2, SQSEvent, SQSRecord } from "aws-lambda";

/**
 * The events in `events/`, in the shapes that AWS documents. They were put together from its documentation, none was
 * recorded in an account; what stands in {{braces}} is filled in here.
 */
type EventFile = "scheduled" | "sqs" | "functionUrl" | "sesBounce";

function eventIn(file: EventFile, values: Readonly<Record<string, string>> = {}): unknown {
  const text = readFileSync(join(import.meta.dirname, "events", `${file}.json`), "utf8");
  const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file}.json asks for ${name}`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(filled);
}

/** What EventBridge Scheduler calls Dispatch and DigestDispatch with. */
export const scheduledEvent = () => eventIn("scheduled");

export const bounceEvent = (values: {
  readonly address: string;
  readonly configurationSet: string;
  readonly member: string;
  readonly run: string;
}) => eventIn("sesBounce", values);

/** A message that no function of ours ever sent. */
export function poisonRecord(queue: string): SQSRecord {
  const { Records } = eventIn("sqs", { queue, poison: '{"kind":"sweep","member":1}' }) as SQSEvent;
  const [record] = Records;
  if (record === undefined) throw new Error("sqs.json holds no record");
  return record;
}

export interface Asked {
  readonly path: string;
  /** Left out for a GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** `name=value` pairs. */
  readonly cookies?: readonly string[];
}

/** What the function URL hands to Web for a request that came through CloudFront from a browser on our own pages. */
export function functionUrlEvent(
  { path, form, cookies }: Asked,
  pagesOrigin: string,
): APIGatewayProxyEventV2 {
  const event = eventIn("functionUrl") as APIGatewayProxyEventV2;
  const method = form === undefined ? "GET" : "POST";
  const http = { ...event.requestContext.http, method, path };
  return {
    ...event,
    rawPath: path,
    requestContext: { ...event.requestContext, http },
    ...(cookies === undefined ? {} : { cookies: [...cookies] }),
    ...(form === undefined ? {} : posted(form, event.headers, pagesOrigin)),
  };
}

/** A form's body comes encoded: its type is not one that Lambda takes for text. */
function posted(
  form: Readonly<Record<string, string>>,
  headers: APIGatewayProxyEventV2["headers"],
  origin: string,
) {
  return {
    headers: {
      ...headers,
      "content-type": "application/x-www-form-urlencoded",
      origin,
      "sec-fetch-site": "same-origin",
    },
    body: Buffer.from(new URLSearchParams(form).toString()).toString("base64"),
    isBase64Encoded: true,
  };
}
