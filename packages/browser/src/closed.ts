import { TabLost } from "@lapse/core/linkedin/visit/tab";

/** Whether an error of the DevTools connection says that there is no browser at its other end any more. */
export function isClosed(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /(target|session|connection|browser).{0,20}(closed|disconnected|crashed)|detached/i.test(cause.message)
  );
}

/** Passes a result on; an error that says the browser is gone becomes TabLost, others stay. */
export async function orLost<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw isClosed(cause) ? new TabLost("the browser went away", { cause }) : cause;
  }
}
