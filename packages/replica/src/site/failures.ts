import { escaped } from "../layouts/markup.ts";

/** The pages of failure: markers and titles are those of the evidence (§7), the markup is the fixtures'. */
const page = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title></head><body>${body}</body></html>`;

export function loginPage(redirect: string, message = ""): string {
  return page(
    "LinkedIn Login, Sign in | LinkedIn",
    `<h1>Sign in</h1>${message === "" ? "" : `<p role="alert">${escaped(message)}</p>`}` +
      '<form action="/checkpoint/lg/login-submit" method="post">' +
      `<input type="hidden" name="session_redirect" value="${escaped(redirect)}">` +
      '<label>Email <input id="username" name="session_key" autocomplete="username"></label> ' +
      '<label>Password <input id="password" name="session_password" type="password" autocomplete="current-password"></label> ' +
      '<button type="submit">Sign in</button></form><a>Join now</a>' +
      "<p><small>This is a replica on your own computer, not LinkedIn. Its members are invented.</small></p>",
  );
}

export const authwallPage = page(
  "Sign Up | LinkedIn",
  "<h1>Join LinkedIn</h1><p>Already on LinkedIn? Sign in</p>",
);

export const rememberMePage = page(
  "LinkedIn",
  '<h1>Welcome back</h1><div id="rememberme-div"><button class="member-profile__details">Continue as Test User</button>' +
    '</div><a href="/login">Sign in using another account</a><a>Join now</a>',
);

export const challengePage = page(
  "Security Verification | LinkedIn",
  '<h1>Let\'s do a quick security check</h1><div id="captcha-internal">' +
    '<iframe src="about:blank#arkoselabs" title="captcha"></iframe></div>',
);

export const blankPage = page("LinkedIn", "");

export const slowDownPage = page(
  "LinkedIn",
  "<h1>Too many requests</h1><p>Please slow down and try again later.</p>",
);

export const forbiddenPage = page("LinkedIn", "<h1>Access denied</h1>");

export const errorPage = page("LinkedIn", "<h1>Something went wrong</h1>");

export const notFoundPage = page("LinkedIn", "<h1>Page not found</h1>");

/** The body of a 999; it goes on to the authwall by script. */
export const deniedPage =
  '<html><head><script type="text/javascript">window.onload=function(){window.location.href="/authwall?trk=...";}' +
  "</script></head></html>";
