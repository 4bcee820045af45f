import middy from "@middy/core";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { makeApp, type WebPorts } from "./app.ts";

type Answer = Awaited<ReturnType<ReturnType<typeof handle>>>;

/** The pages behind a function URL or an HTTP API (payload format 2.0). */
export function makeWebHandler(ports: WebPorts) {
  const answer = handle(makeApp(ports));
  return middy<LambdaEvent, Answer>().handler((event) => answer(event));
}
