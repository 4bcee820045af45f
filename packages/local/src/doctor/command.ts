import { openMemberTab } from "@lapse/browser/memberTab";
import type { Examination } from "@lapse/core/linkedin/report/examination";
import { examine } from "@lapse/core/linkedin/report/examine";
import { TabLost } from "@lapse/core/linkedin/visit/tab";
import { redactDeep } from "@lapse/core/session/redactDeep";
import { outcomeFacts } from "@lapse/core/sweep/result";
import { startVisit } from "@lapse/core/sweep/start";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { readSessionFile } from "../command/files.ts";
import { progressLine } from "../command/progress.ts";
import { SessionKeeper } from "../command/sessionKeeper.ts";
import { type Streams, sayTo } from "../command/streams.ts";
import { type DoctorOptions, readDoctorOptions } from "./options.ts";
import { wordsOfExamination } from "./words.ts";

const budgetMs = 780_000;

/** `lapse doctor`: opens and reads the Sent list, prints what was recognised. Returns the exit status; throws UsageError. */
export async function doctorCommand(
  args: readonly string[],
  streams: Streams,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const options = readDoctorOptions(args);
  const keeper = new SessionKeeper(
    options.sessionFile,
    await readSessionFile(options.sessionFile, signal),
    sayTo(streams),
  );
  const progress = progressLine(streams.err, keeper.clean);
  progress.show({ step: "opening" });
  const examination = await look(options, keeper, { streams, progress, startedAt, signal });
  progress.clear();
  const safe = redactDeep(examination, keeper.clean) as Examination;
  streams.out.write(
    options.json ? `${JSON.stringify(safe, null, 2)}\n` : wordsOfExamination(safe, options.skeleton),
  );
  return examination.outcome === "understood" ? 0 : outcomeFacts[examination.outcome].exitStatus;
}

interface Around {
  readonly streams: Streams;
  readonly progress: ReturnType<typeof progressLine>;
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

async function look(options: DoctorOptions, keeper: SessionKeeper, around: Around): Promise<Examination> {
  const opened = await openMemberTab(options.site, keeper.session, () =>
    around.streams.err.write("lapse: unpacking the browser, once ...\n"),
  );
  try {
    const { tab } = opened;
    const { startedAt, signal, progress } = around;
    const visit = startVisit(
      { clock: systemClock, signal },
      { site: options.site, startedAt, budgetMs },
      tab,
    );
    const keep = async () => keeper.renew(await tab.cookies());
    const examination = await examine(visit, {
      member: keeper.session.member ?? null,
      onRows: (rows, pending) => progress.show({ step: "reading", rows, pending }),
      onOpened: keep,
    });
    // As after a sweep: a session that was just put out of use does not overwrite the one on disk.
    if (examination.outcome !== "signed-out" && examination.outcome !== "wrong-account")
      await keep().catch((cause: unknown) => {
        if (!(cause instanceof TabLost)) throw cause;
      });
    return examination;
  } finally {
    await opened.close();
  }
}
