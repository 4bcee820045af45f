/** What the server answered: line `f`, or why there is none. */
export type Answer<T> =
  | { readonly kind: "data"; readonly data: T; readonly toast: string | null }
  | { readonly kind: "failed" };

/** Posts as the site's script does, with the JSESSIONID cookie repeated in a header. */
export async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "csrf-token": csrfToken() },
      body: JSON.stringify(body),
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
  return response.ok ? dataIn(text) : { kind: "failed" };
}

function dataIn<T>(text: string): Answer<T> {
  const line = (reference: string) =>
    text
      .split("\n")
      .find((candidate) => candidate.startsWith(`${reference}:`))
      ?.slice(reference.length + 1);
  const data = line("f");
  const toast = line("1");
  const children: unknown = toast === undefined ? undefined : JSON.parse(toast)?.toast?.children?.[0];
  const said = typeof children === "string" ? children : null;
  if (data !== undefined) return { kind: "data", data: JSON.parse(data), toast: said };
  return said === null ? { kind: "failed" } : { kind: "data", data: {} as T, toast: said };
}

function csrfToken(): string {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("JSESSIONID="));
  return (cookie ?? "").slice("JSESSIONID=".length).replaceAll('"', "");
}
