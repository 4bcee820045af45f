/**
 * One Ctrl-C arrives several times: from the terminal, from npm and from the launcher, all within a moment. What comes
 * later than this is a second one.
 */
const sameSignalMs = 500;

/** Aborts at the first signal, or when the launcher that started this process is gone; a second signal kills. */
export function stopSignal(onStop: () => void, now: () => number = () => performance.now()): AbortSignal {
  const stopping = new AbortController();
  let first: number | null = null;
  const stop = (status: number) => {
    if (first !== null) {
      if (now() - first > sameSignalMs) process.exit(status);
      return;
    }
    first = now();
    onStop();
    stopping.abort();
  };
  process.on("SIGINT", () => stop(130));
  process.on("SIGTERM", () => stop(143));
  process.on("SIGHUP", () => stop(129));
  process.on("disconnect", () => stop(143));
  // Listening must not keep a process alive that has nothing left to do.
  process.channel?.unref();
  return stopping.signal;
}
