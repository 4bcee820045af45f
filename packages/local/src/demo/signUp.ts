import { codeFor } from "./inbox.ts";

/** Fills in the form as a browser does, and types the code that comes by mail. Throws where either is not taken. */
export async function signUp(
  addresses: { readonly form: string; readonly inbox: string },
  fields: Readonly<Record<string, string>> & { readonly email: string },
): Promise<void> {
  const { form, inbox } = addresses;
  const asked = await send(form, "/sign-up", fields, "/code");
  const cookie = asked.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const code = await codeFor(inbox, fields.email);
  if (code === null) throw new Error(`no code came for ${fields.email}`);
  await send(form, "/code", { code }, "/connect", { cookie: cookie.join("; ") });
}

async function send(
  form: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  next: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const answer = await fetch(new URL(path, form), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: new URL(form).origin, ...headers },
    redirect: "manual",
  });
  await answer.body?.cancel();
  const led = answer.headers.get("location");
  if (answer.status === 303 && led === next) return answer;
  throw new Error(`${path} answered ${answer.status} ${led ?? ""} and did not lead to ${next}`);
}
