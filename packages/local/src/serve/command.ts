import { findBrowser } from "@lapse/browser/find";
import type { Members } from "@lapse/functions/store/members";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import type { Streams } from "../command/streams.ts";
import { type Display, display } from "../demo/display.ts";
import { type MailWay, mailWay } from "../mail/way.ts";
import { openDataDirectory } from "../stack/dataDirectory.ts";
import { claimInstance } from "../stack/instance.ts";
import { rememberedPorts } from "../stack/ports.ts";
import { forgetProfile, profilesIn } from "../stack/profiles.ts";
import { keepServedSite } from "../stack/servedSite.ts";
import { type Service, startService } from "../stack/service.ts";
import { stopSignal } from "../stack/signals.ts";
import { stopInWords } from "../stop/words.ts";
import { nextInWords } from "./next.ts";
import { readServeOptions, type ServeOptions } from "./options.ts";
import { Teller } from "./teller.ts";

/** A predecessor that was just told to stop finishes its click and closes its browser first. */
const patienceMs = 3_000;
const firstPort = 4_180;

/** `lapse serve`: runs until it is told to stop. Returns the exit status; throws UsageError, and what starting throws. */
export async function serveCommand(
  args: readonly string[],
  { out }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const options = readServeOptions(args);
  const show = display(out);
  const mail = await mailWay(process.env);
  // Browsers and emulators inherit the environment, and a password is none of theirs.
  delete process.env["LAPSE_SMTP_URL"];
  const data = openDataDirectory(options.data);
  const instance = claimInstance(data.path, patienceMs);
  let service: Service | undefined;
  try {
    keepServedSite(data.path, options.site);
    const stopping = AbortSignal.any([
      signal,
      stopSignal(() => show.now("stopping: what is in hand is finished first")),
    ]);
    await findBrowser({ onUnpack: () => show.now("unpacking the browser, once") });
    const teller = new Teller(show);
    service = await startService({
      ...{ data, site: options.site, signal: stopping, paceMs: null, report: show.line },
      // Nobody waits here for a whole hour to be full: a member's own minute is kept.
      dispatchAt: "*/5 * * * *",
      port: options.port ?? (rememberedPorts(data.path).form === undefined ? firstPort : null),
      ...(options.webOrigin === null ? {} : { webOrigin: options.webOrigin }),
      ...(mail.kind === "inbox" ? {} : { mailer: mail.mailer, mailFrom: mail.from }),
      ...{ onProgress: teller.progress, onSwept: teller.swept, onMessageEnded: () => show.live("") },
    });
    teller.members = service.functions.adapters.members;
    instance.announce(service.addresses, service.reach);
    await tell(show, service, options, mail);
    await atWork(service, data.path, stopping);
    return 0;
  } finally {
    await service?.stop();
    show.live("");
    instance.release();
  }
}

async function tell(show: Display, service: Service, options: ServeOptions, mail: MailWay): Promise<void> {
  const { form, inbox } = service.addresses;
  show.line(`pages: ${form}${options.webOrigin === null ? "" : `, and for members ${options.webOrigin}`}`);
  show.line(`mail: ${mail.kind === "inbox" ? `stays on this computer: ${inbox}` : mail.words}`);
  show.line(`data: ${options.data}`);
  show.line(`site: ${options.site}`);
  const stop = await service.functions.adapters.stopSwitch.get();
  if (stop !== null)
    show.line(`everything is stopped, and 'lapse resume' lifts it: ${stopInWords(stop, systemClock.now())}`);
  for (const line of await nextInWords(service.functions.adapters)) show.line(line);
  show.line("Ctrl-C stops; what is in hand is finished first");
}

/** A computer that slept, or was off, missed hours: so it looks once at the start, and then every hour. */
async function atWork({ functions }: Service, data: string, stopping: AbortSignal): Promise<void> {
  await forgetUnused(data, functions.adapters.members);
  if (!stopping.aborted) await functions.dispatch();
  if (!stopping.aborted) await functions.dispatchDigests();
  if (stopping.aborted) return;
  await new Promise<void>((resolve) => stopping.addEventListener("abort", () => resolve()));
}

/** A profile in which somebody signed in, and which nothing uses, is a key that lies about. */
async function forgetUnused(data: string, members: Pick<Members, "get">): Promise<void> {
  for (const memberId of profilesIn(data)) {
    const member = await members.get(memberId);
    if (member === null || member.session === "none") forgetProfile(data, memberId);
  }
}
