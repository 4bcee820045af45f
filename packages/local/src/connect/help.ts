import { dataOptionHelp } from "../command/dataFolder.ts";

export const connectHelp = `Usage: lapse connect [options]

Connects a member's LinkedIn account without copying anything: it opens a window of a real
browser with a profile of Lapse's own, you sign in there by hand, and sweeps use that
profile from then on. Your own browser and its profile are not touched. It needs an
installed Chrome, Chromium or Edge, and a screen; without them, paste a session on the
pages.

  --member EMAIL   the member (needed where there are several); who is none yet signs up
                   on the pages of 'lapse serve' first
${dataOptionHelp}
  --site ORIGIN    the site (default: the one that 'lapse serve' works on)
  --json           one JSON document on standard output
  --help           this text

The profile lies in DIR/profiles, readable for you alone. Whoever can read it can act as
you on LinkedIn; disconnecting on the pages deletes it. LAPSE_CHROME names the browser.

Exit status: 0 connected, 1 no member, browser or screen, 2 bad option, 3 not signed in
(the window was closed, a check is open) or with another account than the one before,
4 the site refuses or fails, 5 page-drift, 7 a sweep is running, 8 interrupted, or
disconnected meanwhile.

LinkedIn's user agreement forbids automation: the account is yours to risk.
`;
