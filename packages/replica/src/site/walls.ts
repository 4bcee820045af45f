import { escaped } from "../layouts/markup.ts";
import type { Strings } from "../layouts/strings/table.ts";

/** Further pages that stand between a member and their list. Markers are the evidence's (§7), the words inferred. */
const page = (lang: string, title: string, body: string) =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(title)}</title></head><body>${body}</body></html>`;

/** "Choose an account" (evidence §7), without the `#rememberme-div` of the other picker. */
export const chooseAccountPage = page(
  "en",
  "LinkedIn Login, Sign in | LinkedIn",
  "<h1>Choose an account</h1><ul><li><button>Continue as Test User</button></li></ul>" +
    '<a href="/login">Sign in using another account</a><a>Join now</a>',
);

/** The challenge that is answered in the phone's app (evidence §7). */
export const approvalPage = page(
  "en",
  "Security Verification | LinkedIn",
  "<h1>Check your LinkedIn app</h1><p>We sent a notification to your signed in devices. Open your LinkedIn app and " +
    'tap Yes to confirm your sign-in attempt.</p><form action="/checkpoint/challenge/verify" method="post">' +
    '<button type="submit">Resend</button></form>',
);

/** The account is restricted [inferred]. */
export const restrictedPage = page(
  "en",
  "Account restricted | LinkedIn",
  "<h1>Access to your account has been temporarily restricted</h1><p>We noticed activity that goes against our " +
    'User Agreement. Verify your identity to regain access.</p><a href="/help/linkedin/">Help Center</a>',
);

type LoginWords = readonly [title: string, heading: string, email: string, password: string, join: string];

const loginWords = {
  fr: ["Connexion LinkedIn, S’identifier | LinkedIn", "S’identifier", "E-mail", "Mot de passe", "S’inscrire"],
  de: ["LinkedIn Login, Einloggen | LinkedIn", "Einloggen", "E-Mail", "Passwort", "Mitglied werden"],
  ja: ["LinkedInログイン、サインイン | LinkedIn", "サインイン", "メールアドレス", "パスワード", "今すぐ登録"],
} as const satisfies Record<string, LoginWords>;

/** The sign-in page in another language: its form is the English one's, its words are not. */
export function foreignLoginPage(lang: keyof typeof loginWords): string {
  const [title, heading, email, password, join] = loginWords[lang];
  return page(
    lang,
    title,
    `<h1>${heading}</h1><form action="/checkpoint/lg/login-submit" method="post">` +
      `<label>${email} <input id="username" name="session_key"></label> ` +
      `<label>${password} <input id="password" name="session_password" type="password"></label> ` +
      `<button type="submit">${heading}</button></form><a>${join}</a>`,
  );
}

/** What an unknown slug answers [inferred]. */
export const missingPage = ({ lang, dir, notFound, navigation }: Strings): string =>
  `<!DOCTYPE html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>LinkedIn</title></head><body>` +
  `<main><h1>${escaped(notFound)}</h1><a href="/feed/">${escaped(navigation.home)}</a></main></body></html>`;
