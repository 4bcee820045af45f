import type { Permission } from "./function.ts";
import type { Stage } from "./stage.ts";

export interface Email {
  readonly configurationSet: aws.sesv2.ConfigurationSet;
  /** What a function needs that sends mail. */
  readonly sending: Permission;
}

/** How mails are sent, and from whom. The DNS records that SES asks for are an operator's to set: docs/operations.md. */
export function email(stage: Stage): Email {
  const name = `${$app.name}-${stage.name}`;
  const configurationSet = new aws.sesv2.ConfigurationSet("MailConfiguration", {
    configurationSetName: name,
    // A mail names people and can hold a code to sign in with: it crosses no network in the clear.
    deliveryOptions: { tlsPolicy: "REQUIRE" },
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
    suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
  if (stage.mail.registers) register(stage, configurationSet);
  return { configurationSet, sending: sending(stage, configurationSet) };
}

/** What belongs to the account once, and not to each stage: the domain, and that SES mails nobody who bounced. */
function register(stage: Stage, configurationSet: aws.sesv2.ConfigurationSet): void {
  new aws.sesv2.EmailIdentity(
    "MailIdentity",
    {
      emailIdentity: stage.mail.domain,
      configurationSetName: configurationSet.configurationSetName,
      dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
    },
    { retainOnDelete: stage.production },
  );
  new aws.sesv2.AccountSuppressionAttributes("MailSuppression", {
    suppressedReasons: ["BOUNCE", "COMPLAINT"],
  });
}

/**
 * May send from our address only. While the account is in the SES sandbox, the recipient's address, too, is an identity
 * that the sender has to be allowed to use, so the identities cannot be named one by one.
 */
function sending(stage: Stage, configurationSet: aws.sesv2.ConfigurationSet): Permission {
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  return {
    actions: ["ses:SendEmail"],
    resources: [$interpolate`arn:aws:ses:${region}:${account}:identity/*`, configurationSet.arn],
    conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [stage.mail.address] }],
  };
}
