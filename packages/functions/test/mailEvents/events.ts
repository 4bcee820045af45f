/**
 * Events of SES as EventBridge hands them on, put together from the examples in Amazon SES's documentation ("Examples of
 * event data", and "SES events schema reference" for the envelope). None was recorded on AWS.
 */
export const configurationSet = "lapse-mails";
export const address = "ada.lovelace@example.org";

interface About {
  readonly kind?: string;
  readonly member?: string;
  readonly run?: string;
  readonly configurationSet?: string;
}

function event(detailType: string, eventType: string, part: object, about: About) {
  const { configurationSet: set = configurationSet, ...ours } = {
    ...{ kind: "digest", member: "ada", run: "run-1" },
    ...about,
  };
  const tags = Object.fromEntries(Object.entries(ours).map(([name, value]) => [name, [value]]));
  return {
    version: "0",
    id: "12a18625-3fed-fc4e-bd63-e5c33d8f5b3f",
    "detail-type": detailType,
    source: "aws.ses",
    account: "111122223333",
    time: "2026-11-23T09:31:02Z",
    region: "eu-central-1",
    resources: [`arn:aws:ses:eu-central-1:111122223333:configuration-set/${set}`],
    detail: {
      eventType,
      ...part,
      mail: {
        timestamp: "2026-11-23T09:30:12.942Z",
        source: "Lapse <digest@lapse.example.org>",
        sendingAccountId: "111122223333",
        messageId: "0107018a-EXAMPLE-000000",
        destination: [address],
        headersTruncated: false,
        headers: [{ name: "To", value: address }],
        commonHeaders: { to: [address], subject: "1 invitation coming up" },
        tags: { "ses:configuration-set": [set], "ses:operation": ["SendEmail"], ...tags },
      },
    },
  };
}

export function bounce(bounceType: string, bounceSubType = "General", about: About = {}) {
  const recipient = { emailAddress: address, action: "failed", status: "5.1.1" };
  const diagnosticCode = `smtp; 550 5.1.1 <${address}>: no such user`;
  return event(
    "Email Bounced",
    "Bounce",
    {
      bounce: {
        ...{ bounceType, bounceSubType, timestamp: "2026-11-23T09:31:02.669Z" },
        bouncedRecipients: [{ ...recipient, diagnosticCode }],
        ...{ feedbackId: "0107018a-EXAMPLE", reportingMTA: "dsn; mta.example.org" },
      },
    },
    about,
  );
}

export function complaint(complaintSubType: string | null = null, about: About = {}) {
  return event(
    "Email Complaint Received",
    "Complaint",
    {
      complaint: {
        ...{ complainedRecipients: [{ emailAddress: address }], complaintSubType },
        ...{ feedbackId: "0107018a-EXAMPLE", complaintFeedbackType: "abuse" },
      },
    },
    about,
  );
}

export const reject = (about: About = {}) =>
  event("Email Rejected", "Reject", { reject: { reason: "Bad content" } }, about);

export const renderingFailure = (about: About = {}) =>
  event(
    "Email Rendering Failed",
    "Rendering Failure",
    { failure: { templateName: "t", errorMessage: `${address} is not there` } },
    about,
  );

export const delivery = (about: About = {}) =>
  event("Email Delivered", "Delivery", { delivery: { recipients: [address] } }, about);

export const delay = (about: About = {}) =>
  event(
    "Email Delivery Delayed",
    "DeliveryDelay",
    { deliveryDelay: { delayType: "MailboxFull", delayedRecipients: [{ emailAddress: address }] } },
    about,
  );
