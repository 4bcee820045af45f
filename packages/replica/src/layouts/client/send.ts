import { type Effect, fieldsIn } from "../effect.ts";

/** What the server answered: the script's own part of it and what a toast shall say, or why there is neither. */
export type Answer<T> =
  | { readonly kind: "data"; readonly data: T; readonly toast: string | null }
  | { readonly kind: "failed" };

let layout = "";
/** Every request names the page's layout: the member's may be another by now, as with a release in the night. */
export function sendAs(name: string): void {
  layout = name;
}

export const post = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  send(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** As the Ember page asked its API. */
export const get = <T>(path: string): Promise<Answer<T>> =>
  send(path, {
    headers: {
      accept: "application/vnd.linkedin.normalized+json+2.1",
      "x-restli-protocol-version": "2.0.0",
    },
  });

/** Sends as the site's script does, with the JSESSIONID cookie repeated in a header. */
async function send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, "csrf-token": csrfToken(), "x-replica-layout": layout },
    });
    text = await response.text();
  } catch {
    return { kind: "failed" };
  }
  // Signed out or challenged: the script is sent away, and the page goes with it.
  if (response.redirected) {
    location.href = response.url;
    return { kind: "failed" };
  }
  if (!response.ok) return { kind: "failed" };
  const aside = response.headers.get("x-replica");
  if (aside !== null) return dataOf(JSON.parse(decodeURIComponent(aside)));
  return text.startsWith("{") ? { kind: "data", data: JSON.parse(text).r, toast: null } : dataIn(text);
}

/** The lines of a server-driven answer: `f` is the replica's own, 1 a toast. */
function dataIn<T>(text: string): Answer<T> {
  const { f: data, 1: toast } = fieldsIn(text);
  const children: unknown = toast === undefined ? undefined : JSON.parse(toast)?.toast?.children?.[0];
  const said = typeof children === "string" ? children : null;
  if (data !== undefined) return { kind: "data", data: JSON.parse(data), toast: said };
  return said === null ? { kind: "failed" } : { kind: "data", data: {} as T, toast: said };
}

function dataOf<T>({ toast, effect }: { toast: string; effect: Effect | null }): Answer<T> {
  return { kind: "data", data: (effect ?? {}) as T, toast };
}

function csrfToken(): string {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("JSESSIONID="));
  return (cookie ?? "").slice("JSESSIONID=".length).replaceAll('"', "");
}
