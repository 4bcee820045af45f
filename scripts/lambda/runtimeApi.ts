import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What became of one event. `ms` from when the runtime took it until its answer was whole. */
export type Invocation =
  | { readonly kind: "answered"; readonly answer: unknown; readonly ms: number }
  | { readonly kind: "failed"; readonly error: unknown; readonly ms: number };

/**
 * The HTTP interface through which Lambda hands events to a runtime, for one function on loopback
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
export interface RuntimeApi {
  /** Host and port, as AWS_LAMBDA_RUNTIME_API has them. */
  readonly address: string;
  /** Resolves when the runtime asks for its first event; rejects when it reports that it could not start. */
  readonly ready: Promise<void>;
  /** @param withinMs what the function is told it has */
  invoke(event: unknown, withinMs: number): Promise<Invocation>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly id: string;
  readonly event: unknown;
  readonly withinMs: number;
  readonly settle: (invocation: Invocation) => void;
  takenAt: number;
}

export async function startRuntimeApi(functionArn: string): Promise<RuntimeApi> {
  const events: Waiting[] = [];
  const running = new Map<string, Waiting>();
  let idle: ServerResponse | null = null;
  const { promise: ready, resolve: isReady, reject: hasFailed } = Promise.withResolvers<void>();
  ready.catch(() => undefined);

  const hand = () => {
    const [next] = events;
    if (idle === null || next === undefined) return;
    events.shift();
    next.takenAt = performance.now();
    running.set(next.id, next);
    const headers = {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": next.id,
      "lambda-runtime-deadline-ms": String(Date.now() + next.withinMs),
      "lambda-runtime-invoked-function-arn": functionArn,
      "lambda-runtime-trace-id": `Root=1-${Math.floor(Date.now() / 1_000).toString(16)}-${"0".repeat(24)};Sampled=0`,
    };
    idle.writeHead(200, headers).end(JSON.stringify(next.event));
    idle = null;
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? "").replace("/2018-06-01/runtime/", "");
    if (request.method === "GET" && path === "invocation/next") {
      isReady();
      idle = response;
      response.once("close", () => {
        if (idle === response) idle = null;
      });
      return hand();
    }
    const body = parsed(await textOf(request));
    const [, id = "", what] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    const done = running.get(id);
    if (path === "init/error") hasFailed(new Error(`the function does not start: ${JSON.stringify(body)}`));
    if (done !== undefined) {
      running.delete(id);
      const ms = performance.now() - done.takenAt;
      done.settle(
        what === "response" ? { kind: "answered", answer: body, ms } : { kind: "failed", error: body, ms },
      );
    }
    response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}');
  };

  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready,
    invoke: (event, withinMs) =>
      new Promise((settle) => {
        events.push({ id: randomUUID(), event, withinMs, settle, takenAt: 0 });
        hand();
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
