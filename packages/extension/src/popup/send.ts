import type { Destination } from "./code.ts";
import type { Gathered } from "./gather.ts";

export type Sent =
  /** `next` is the page that shows what became of it. */
  { readonly ok: true; readonly next: string } | { readonly ok: false; readonly problem: string };

const unread = "The address answered, but not as Lapse does. Is the code from your Lapse's own page?";

/** Sends once. No cookie of the destination goes along, and it may not send us on to elsewhere. */
export async function send(
  { origin, code }: Destination,
  cookies: readonly Gathered[],
  userAgent: string,
  request: typeof fetch,
): Promise<Sent> {
  let answer: Response;
  try {
    answer = await request(`${origin}/connect/extension`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, cookies, userAgent }),
      ...{ credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store" },
    });
  } catch {
    return {
      ok: false,
      problem: `${origin} did not answer. Nothing is kept here; try again with a new code.`,
    };
  }
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    const next = textOf(said, "next");
    return next?.startsWith(`${origin}/`) ? { ok: true, next } : { ok: false, problem: unread };
  }
  return { ok: false, problem: textOf(said, "error") ?? unread };
}

function textOf(said: unknown, field: string): string | null {
  if (typeof said !== "object" || said === null || !(field in said)) return null;
  const text = (said as Readonly<Record<string, unknown>>)[field];
  return typeof text === "string" ? text.slice(0, 500) : null;
}
