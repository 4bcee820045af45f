import type { Feedback } from "@lapse/core/ledger/feedback";
import type { Member } from "@lapse/core/member/member";
import * as z from "zod";
import { ForeignEventError } from "../errors.ts";
import type { MailAbout } from "../mail/mailer.ts";
import type { MetricName } from "../metrics/metrics.ts";

/** What SES says of one mail, as far as anything follows from it. No address and no server's words come along. */
export interface MailNews {
  /** The configuration set that the mail went through; null where SES names none. */
  readonly configurationSet: string | null;
  /** As the mail's tags say; null where they are none of ours. */
  readonly about: MailAbout | null;
  readonly feedback: Feedback;
  /** Why there are to be no more mails; null where the next one may arrive. */
  readonly stops: Member["mailOff"];
  readonly counted: MetricName;
}

/** Both name the list of addresses that SES itself sends nothing to any more. */
const suppression: ReadonlySet<string> = new Set(["OnAccountSuppressionList", "Suppressed"]);

const mail = z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) });
const detailOf = <Type extends string, Part extends z.ZodRawShape>(eventType: Type, part: Part) =>
  z.object({ eventType: z.literal(eventType), mail, ...part });

/**
 * The events that follow a mail which was not simply delivered, in EventBridge's envelope: `detail` is what SES calls
 * its event record ("Contents of event data", Amazon SES Developer Guide). What is not named here, addresses above all,
 * is left behind.
 */
const envelope = z.discriminatedUnion("detail-type", [
  z.object({
    "detail-type": z.literal("Email Bounced"),
    detail: detailOf("Bounce", {
      /** `Undetermined`, `Permanent` or `Transient`. */
      bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }),
    }),
  }),
  z.object({
    "detail-type": z.literal("Email Complaint Received"),
    detail: detailOf("Complaint", { complaint: z.object({ complaintSubType: z.string().nullish() }) }),
  }),
  z.object({ "detail-type": z.literal("Email Rejected"), detail: detailOf("Reject", {}) }),
  z.object({
    "detail-type": z.literal("Email Rendering Failed"),
    detail: detailOf("Rendering Failure", {}),
  }),
]);

const fromSes = z.object({ source: z.literal("aws.ses"), "detail-type": z.string() });
const known: ReadonlySet<string> = new Set(
  envelope.options.flatMap((option) => [...option.shape["detail-type"].values]),
);

/**
 * Null for what nothing follows from, such as a delivery or a delay. Throws where the event is not what SES is
 * documented to send: it then reaches the dead-letter queue, and the message names fields and not what is in them.
 */
export function mailNewsIn(event: unknown): MailNews | null {
  const from = fromSes.safeParse(event);
  if (!from.success) throw malformed(from.error);
  if (!known.has(from.data["detail-type"])) return null;
  const read = envelope.safeParse(event);
  if (!read.success) throw malformed(read.error);
  const { tags } = read.data.detail.mail;
  return {
    configurationSet: first(tags, "ses:configuration-set"),
    about: aboutOf(tags),
    ...sayingOf(read.data),
  };
}

function sayingOf(event: z.output<typeof envelope>): Pick<MailNews, "feedback" | "stops" | "counted"> {
  switch (event["detail-type"]) {
    case "Email Bounced": {
      const { bounceType, bounceSubType } = event.detail.bounce;
      const counted = "MailsBounced";
      // SES tries for hours before it calls a passing fault a bounce, and then it tries no more: nobody was told.
      if (bounceType !== "Permanent") return { feedback: "undelivered", stops: null, counted };
      const feedback = suppression.has(bounceSubType) ? "suppressed" : "bounced";
      return { feedback, stops: "bounced", counted };
    }
    case "Email Complaint Received": {
      const untried = suppression.has(event.detail.complaint.complaintSubType ?? "");
      return {
        ...{ feedback: untried ? "suppressed" : "complained", stops: "complained" },
        counted: "MailsComplained",
      };
    }
    // The fault is in what we wrote, not in the address.
    case "Email Rejected":
    case "Email Rendering Failed":
      return { feedback: "rejected", stops: null, counted: "MailsRejected" };
  }
}

type Tags = z.output<typeof mail>["tags"];

function first(tags: Tags, name: string): string | null {
  return tags[name]?.[0] ?? null;
}

function aboutOf(tags: Tags): MailAbout | null {
  const [kind, member, run] = [first(tags, "kind"), first(tags, "member"), first(tags, "run")];
  if (kind === "code") return { kind };
  if ((kind !== "digest" && kind !== "problem") || !member || !run) return null;
  return { kind, member, run };
}

function malformed({ issues }: z.ZodError): ForeignEventError {
  const fields = new Set(issues.map(({ path }) => path.join(".") || "the whole"));
  return new ForeignEventError(
    `An event of SES is not as SES is documented to write it: ${[...fields].join(", ")}.`,
  );
}
