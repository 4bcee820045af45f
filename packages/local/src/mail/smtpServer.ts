import { isIP } from "node:net";
import { StackRefused } from "../stack/errors.ts";

/** A mail server of the operator's own, and how to sign in to it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, without which nothing is sent to another computer. */
  readonly secure: boolean;
  readonly loopback: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

const example = "smtps://user:password@mail.example.org, or smtp://user:password@mail.example.org:587";

/** Reads LAPSE_SMTP_URL. Throws StackRefused, whose message never holds what was given: there is a password in it. */
export function smtpServerOf(given: string): SmtpServer {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    throw new StackRefused(`LAPSE_SMTP_URL is not usable: set it to ${example}.`);
  if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "")
    throw new StackRefused(
      `LAPSE_SMTP_URL has something behind the host, which Lapse does not know: set it to ${example}; write what is special in the password as %40 and the like.`,
    );
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "smtps:";
  const auth = authOf(url);
  if (auth !== null && (auth.user === "" || auth.pass === ""))
    throw new StackRefused(
      `LAPSE_SMTP_URL names a user without a password, or the reverse: set it to ${example}.`,
    );
  return {
    ...{ host, secure, auth },
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    loopback: host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127.")),
  };
}

function authOf({ username, password }: URL): SmtpServer["auth"] {
  if (username === "" && password === "") return null;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    throw new StackRefused("LAPSE_SMTP_URL has a % that starts no character: write it as %25.");
  }
}
