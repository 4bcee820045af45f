import { findFullBrowser } from "@lapse/browser/find";
import type { Member } from "@lapse/core/member/member";
import { outcomeFacts } from "@lapse/core/sweep/result";
import { count } from "@lapse/core/wording/count";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { chosenMember } from "../command/chosenMember.ts";
import { progressLine } from "../command/progress.ts";
import type { Streams } from "../command/streams.ts";
import { refuseWhileStopped } from "../command/whileStopped.ts";
import { type Attached, withStack } from "../stack/attach.ts";
import { StackRefused } from "../stack/errors.ts";
import { keepServedSite } from "../stack/servedSite.ts";
import { type Connected, type ConnectPorts, connectMember } from "./connectMember.ts";
import { readConnectOptions } from "./options.ts";
import { needScreen } from "./screen.ts";
import type { Foreign } from "./takeProfile.ts";

/** `lapse connect`. Returns the exit status; throws UsageError, StackRefused and what the browser throws. */
export async function connectCommand(
  args: readonly string[],
  { out, err }: Streams,
  signal: AbortSignal,
  onWindow?: ConnectPorts["onWindow"],
): Promise<number> {
  const options = readConnectOptions(args);
  const say = (line: string) => void err.write(`lapse: ${line}\n`);
  return withStack(options.data, say, async (found) => {
    const attached = onSite(found, options.site);
    const member = await chosenMember(attached, options.member);
    await refuseWhileStopped(attached);
    // Before anything is opened: what is missing on this computer.
    findFullBrowser();
    needScreen();
    const progress = progressLine(err, (text) => text);
    const connected = await connectMember(member, {
      ...{ attached, signal, say, clock: systemClock, onProgress: progress.show },
      foot: (words) => {
        progress.clear();
        if (err.isTTY === true) err.write(words);
      },
      ...(onWindow === undefined ? {} : { onWindow }),
    });
    progress.clear();
    const told = tell(connected, member, attached);
    out.write(
      options.json ? `${JSON.stringify(document(connected, member, told), null, 2)}\n` : `${told.message}\n`,
    );
    return told.exitStatus;
  });
}

/** The site that the members of the directory are members of; another one that was asked for is refused. */
function onSite(attached: Attached, asked: string | null): Attached {
  const site = asked ?? attached.site;
  if (attached.form === null) keepServedSite(attached.data.path, site);
  else if (site !== attached.site)
    throw new StackRefused(
      `'lapse serve' works on ${attached.site} there, not on ${site}: leave --site out.`,
    );
  return { ...attached, site };
}

interface Told {
  readonly message: string;
  readonly exitStatus: number;
}

const notSignedIn = {
  closed: {
    message: "The window was closed before anybody had signed in: nothing is connected.",
    exitStatus: 3,
  },
  "too-late": { message: "Nobody signed in in time: nothing is connected. Run it again.", exitStatus: 3 },
  interrupted: { message: "It was interrupted: nothing is connected.", exitStatus: 8 },
} as const;

const takenBack = {
  leaving: {
    message: "Your account here was deleted meanwhile: nothing is connected, and nothing of it was kept.",
    exitStatus: 1,
  },
  disconnecting: {
    message: "You disconnected meanwhile: nothing is connected. Run it again to connect after all.",
    exitStatus: 8,
  },
} as const;

function tell(connected: Connected, member: Member, { form }: Attached): Told {
  switch (connected.kind) {
    case "busy":
      return { message: "A sweep of this member is running: try again when it has ended.", exitStatus: 7 };
    case "not-signed-in":
      return notSignedIn[connected.why];
    case "not-read": {
      const { outcome, message } = connected.look.result;
      return {
        message: `Signed in, and not connected (${outcome}): ${message}`,
        exitStatus: outcomeFacts[outcome].exitStatus,
      };
    }
    case "taken-back":
      return takenBack[connected.by];
    case "foreign": {
      const { exitStatus } = outcomeFacts["wrong-account"];
      return { message: `Signed in, and not connected: ${connected.why} ${deleted(connected)}`, exitStatus };
    }
    case "connected": {
      const pending = count(pendingOf(connected) ?? 0, "invitation");
      const page = form === null ? "start 'lapse serve' and open its pages" : `look at ${form}/preview`;
      const next =
        member.startedAt === null ? `nothing is withdrawn until you press Start: ${page}` : "sweeps go on";
      const who = connected.account ?? "an account that the page does not name";
      return { message: `Connected: ${who}, ${pending} pending; ${next}.`, exitStatus: 0 };
    }
  }
}

function deleted({ ended }: Foreign): string {
  return ended
    ? "The browser profile was deleted, and with it the connection that there was: run it again and sign in with the account that was connected."
    : "The browser profile was deleted.";
}

function pendingOf({ look }: Extract<Connected, { kind: "connected" }>): number | null {
  return look.reading?.sent.pending ?? look.reading?.sent.invitations.length ?? null;
}

function document(connected: Connected, { email }: Member, { message }: Told) {
  const done = connected.kind === "connected";
  return {
    connected: done,
    message,
    member: email,
    account: done ? connected.account : null,
    pending: done ? pendingOf(connected) : null,
  };
}
