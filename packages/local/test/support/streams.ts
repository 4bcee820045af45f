import { PassThrough } from "node:stream";
import type { Streams } from "../../src/command/streams.ts";

/** Streams of a command that runs in this process, and what it wrote to each. */
export function heldStreams(): { streams: Streams; out: () => string; err: () => string } {
  const held = { out: "", err: "" };
  const stream = (name: "out" | "err") =>
    new PassThrough().on("data", (more) => {
      held[name] += String(more);
    }) as unknown as NodeJS.WriteStream;
  return { streams: { out: stream("out"), err: stream("err") }, out: () => held.out, err: () => held.err };
}
