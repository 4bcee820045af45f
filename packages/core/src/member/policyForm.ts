import { cleanLink, cleanWord } from "../policy/clean.ts";
import { defaultPolicy } from "../policy/defaults.ts";
import { type Problem, parsePolicy } from "../policy/parse.ts";
import type { Policy } from "../policy/policy.ts";
import { limits } from "../policy/schema.ts";

/** What a form sent: a field that was sent several times is a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface FieldError {
  /** The name of the form field. */
  readonly field: string;
  /** For the person who typed it. */
  readonly message: string;
  /** What was typed: printable, in one line, shortened. */
  readonly value: string;
}

export type PolicyForm =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Which form field a key of the policy is typed into. */
const fieldOf: Readonly<Record<string, string>> = {
  olderThanDays: "olderThanDays",
  perDay: "perDay",
  noticeDays: "noticeDays",
  "keep.profiles": "keepProfiles",
  "keep.words": "keepWords",
  "keep.withNote": "keepWithNote",
  "keep.newest": "keepNewest",
  onlyWhenPendingOver: "onlyWhenPendingOver",
  "received.ignoreOlderThanDays": "ignoreReceivedOlderThanDays",
  timezone: "timezone",
  "digest.day": "digestDay",
  "digest.hour": "digestHour",
};

/**
 * Reads a policy out of form fields. A field that was not sent keeps what `base` has, an empty one takes the default;
 * a checkbox that was not sent is off, because that is how forms say so. Fields of other purposes are left alone.
 */
export function readPolicyForm(fields: FormFields, base: Policy = defaultPolicy): PolicyForm {
  const parsed = parsePolicy({
    olderThanDays: numberIn(fields["olderThanDays"], base.olderThanDays, defaultPolicy.olderThanDays),
    perDay: numberIn(fields["perDay"], base.perDay, defaultPolicy.perDay),
    noticeDays: numberIn(fields["noticeDays"], base.noticeDays, defaultPolicy.noticeDays),
    keep: {
      profiles: linesIn(fields["keepProfiles"], base.keep.profiles, cleanLink),
      words: linesIn(fields["keepWords"], base.keep.words, cleanWord),
      withNote: checkedIn(fields["keepWithNote"]),
      newest: numberIn(fields["keepNewest"], base.keep.newest, defaultPolicy.keep.newest),
    },
    onlyWhenPendingOver: numberIn(
      fields["onlyWhenPendingOver"],
      base.onlyWhenPendingOver,
      defaultPolicy.onlyWhenPendingOver,
    ),
    received: {
      ignoreOlderThanDays: numberIn(
        fields["ignoreReceivedOlderThanDays"],
        base.received.ignoreOlderThanDays,
        null,
      ),
    },
    paused: base.paused,
    timezone: textIn(fields["timezone"]) || base.timezone,
    digest: {
      day: textIn(fields["digestDay"]).toLowerCase() || base.digest.day,
      hour: numberIn(fields["digestHour"], base.digest.hour, defaultPolicy.digest.hour),
    },
  });
  const errors = parsed.ok ? tooLong(parsed.policy) : parsed.problems.map(fieldError);
  return parsed.ok && errors.length === 0 ? parsed : { ok: false, errors };
}

function tooLong({ keep: { profiles, words } }: Policy): FieldError[] {
  if (new TextEncoder().encode(JSON.stringify([profiles, words])).length <= limits.listBytes) return [];
  const message = "Together with your words this is more than Lapse can store. Take some off.";
  return [{ field: "keepProfiles", message, value: "" }];
}

/** A field that should be there once; of several the last counts, as with a hidden field before a checkbox. */
export function textIn(field: string | readonly string[] | undefined): string {
  return (typeof field === "string" ? field : (field?.at(-1) ?? "")).trim();
}

function fieldError({ key, value, range }: Problem): FieldError {
  const listKey = key.replace(/\[\d+\]$/, "");
  const message = listKey === key ? `This must be ${range}.` : `${value} is not ${range}.`;
  return { field: fieldOf[listKey] ?? key, message, value };
}

/** What isn't a plain number is handed on as it was typed, so that it is refused with its own words. */
function numberIn<Empty>(
  field: FormFields[string] | undefined,
  absent: Empty,
  empty: Empty,
): Empty | number | string {
  if (field === undefined) return absent;
  const typed = textIn(field);
  if (typed === "") return empty;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

function linesIn(
  field: FormFields[string] | undefined,
  absent: readonly string[],
  clean: (line: string) => string,
): readonly string[] {
  if (field === undefined) return absent;
  const typed = typeof field === "string" ? field : field.join("\n");
  const lines = typed.split(/\r\n|\r|\n/).map(clean);
  return [...new Set(lines.filter((line) => line !== ""))];
}

function checkedIn(field: FormFields[string] | undefined): boolean | string {
  const typed = textIn(field).toLowerCase();
  if (["on", "true", "yes", "1"].includes(typed)) return true;
  return ["", "off", "false", "no", "0"].includes(typed) ? false : typed;
}
