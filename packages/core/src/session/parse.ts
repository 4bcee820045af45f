import * as z from "zod";
import { profileAddress, profilePath } from "../invitation/profile.ts";
import { isCookieName, isCookieValue, isDeleted, lastOfEachName, usefulCookies } from "./cookie.ts";
import type { Session } from "./session.ts";

export type ParsedSession =
  | { readonly ok: true; readonly session: Session }
  /** One line for the person who wrote the file. It never holds anything that the file holds. */
  | { readonly ok: false; readonly problem: string };

/** Objects are loose on purpose: browser exports bring domain, path, expires and more, and none of it is needed. */
const sessionFile = z.object({
  cookies: z
    .array(
      z.object({
        name: z.string().refine(isCookieName),
        value: z.string().refine(isCookieValue),
      }),
    )
    .min(1),
  userAgent: z
    .string()
    .regex(/^[\x20-\x7e]{1,1024}$/)
    .optional(),
  member: z
    .string()
    .refine((link) => profilePath(link) !== null && profileAddress(link) !== null)
    .optional(),
});

/**
 * Reads a session file. A file with a mistake is refused whole; the problem names the place and what belongs there,
 * and nothing of what stood there, because a value in the wrong place is still a secret.
 */
export function parseSessionFile(json: unknown): ParsedSession {
  const parsed = sessionFile.safeParse(json);
  if (!parsed.success) return { ok: false, problem: problemAt(parsed.error.issues[0]?.path ?? [], json) };
  const cookies = lastOfEachName(parsed.data.cookies);
  const signIn = cookies.find((cookie) => cookie.name === "li_at");
  if (signIn === undefined) return { ok: false, problem: "cookies has no li_at, the cookie that signs in" };
  if (isDeleted(signIn.value))
    return { ok: false, problem: "the value of li_at is empty: it signs nobody in" };
  const { userAgent } = parsed.data;
  const member = parsed.data.member === undefined ? null : profilePath(parsed.data.member);
  return {
    ok: true,
    session: {
      cookies,
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(member === null ? {} : { member }),
    },
  };
}

/** Of the names only those that are known: what stands in the place of another may be a secret. */
const knownNames = z.object({
  cookies: z.array(
    z
      .object({ name: z.enum(usefulCookies) })
      .nullable()
      .catch(null),
  ),
});

function problemAt(path: readonly PropertyKey[], json: unknown): string {
  const [top, index, field] = path;
  if (top === "userAgent") return "userAgent must be text of 1 to 1024 printable ASCII characters";
  if (top === "member") return "member must be a profile link such as /in/ada-lovelace";
  if (top !== "cookies")
    return 'the session must be an object such as {"cookies": [{"name": "li_at", "value": "…"}]}';
  if (typeof index !== "number") return "cookies must be a list with at least one cookie";
  const place = `cookies[${index}]`;
  if (field === "name") return `${place}.name must be a cookie's name: letters, digits and a few signs`;
  if (field === "value") {
    const name = knownNames.safeParse(json).data?.cookies[index]?.name;
    return `${place}.value${name === undefined ? "" : ` (of ${name})`} must be a cookie's value: printable ASCII without a semicolon, at most 4096 characters`;
  }
  return `${place} must be an object with name and value`;
}
