import type { Progress } from "@lapse/core/sweep/ports";
import { listed } from "@lapse/core/wording/count";
import { wordsOf } from "../command/progress.ts";
import type { Endings } from "../stack/endings.ts";
import type { Local } from "../stack/local.ts";
import type { Display } from "./display.ts";
import { addresseesOf } from "./inbox.ts";
import { join } from "./join.ts";
import { demoPeople } from "./people.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { problemOf, type Story, storyOf } from "./story.ts";

export type Part = "stack" | "browser" | "sweep" | "digest";

export interface DemoSurroundings {
  readonly local: Local;
  readonly show: Display;
  readonly sweeps: Endings;
  readonly watch: Stopwatch<Part>;
  readonly signal: AbortSignal;
  /** Member ids to names, for whoever shows progress. */
  readonly names: Map<string, string>;
}

/**
 * Two invented people sign up, are swept and get their digest, all through the functions that AWS would run. What an
 * earlier run on the same data did is not done again.
 * @returns what went wrong, a line each; empty where everything ended well or the demo was stopped
 */
export async function runDemo({
  local,
  show,
  sweeps,
  watch,
  signal,
  names,
}: DemoSurroundings): Promise<string[]> {
  const { functions } = local;
  const now = functions.adapters.now();
  const joined = [];
  for (const person of demoPeople(now)) {
    local.replica.addMember(person.account);
    const member = await join(person, local, show);
    names.set(member.id, person.account.name);
    joined.push({ member, person });
  }
  watch.enter("sweep");
  await functions.dispatch();
  const due = joined.filter(
    ({ member }) => member.session === "sealed" && member.nextSweepAt <= functions.adapters.now(),
  );
  if (due.length === 0) show.line("No sweep is due: this is what earlier runs on the same data did.");
  await sweeps.all(
    due.map(({ member }) => member.id),
    signal,
  );
  if (signal.aborted) return [];
  watch.enter("digest");
  show.now("writing the digests");
  await functions.digest();
  show.live("");
  const addressees = await addresseesOf(local.addresses.inbox);
  const problems: string[] = [];
  for (const { member, person } of joined) {
    const story = storyOf(await functions.adapters.ledgerOf(member.id).read());
    const arrived = addressees.has(member.email);
    for (const line of told(person.account.name, story, arrived)) show.line(line);
    const problem = problemOf(story, arrived);
    if (problem !== null) problems.push(`${person.account.name}: ${problem}`);
  }
  return problems;
}

function told(name: string, { ended, withdrawn }: Story, arrived: boolean): string[] {
  if (ended === null) return [`${name}: not swept`];
  const names = withdrawn.length === 0 ? "" : ` Withdrawn in all: ${listed(withdrawn)}.`;
  const mail = arrived ? " The digest is in the inbox." : "";
  return [`${name}: ${ended.message}${names}${mail}`];
}

/** Shows how far a sweep is, and counts the time that its browser takes to start. */
export function progressOf({ show, watch, names }: Pick<DemoSurroundings, "show" | "watch" | "names">) {
  return (memberId: string, progress: Progress): void => {
    watch.enter(progress.step === "opening" ? "browser" : "sweep");
    const words = `${names.get(memberId) ?? "a member"}: ${wordsOf(progress)}`;
    if (progress.step === "opening") show.now(words);
    else if (progress.step === "withdrawing" || progress.step === "ignoring")
      show.now(words.replace(/ \[[#.]+\]/, show.live === show.now ? "$&" : ""));
    else show.live(words);
  };
}
