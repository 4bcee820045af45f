import type { Permission } from "./function.ts";
import type { Stage } from "./stage.ts";

/** What packages/functions/src/store/sessions.ts seals with; AWS logs it with every use of the key. */
const context = [
  { test: "StringEquals", variable: "kms:EncryptionContext:purpose", values: ["session"] },
  { test: "Null", variable: "kms:EncryptionContext:member", values: ["false"] },
];

/**
 * Everything an administrator of the account needs to look after the key, and nothing that uses it. There is no way to
 * give the account less than this: a key that nobody may administer can't be rotated, deleted or repaired.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const administration = [
  ...["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "PutKeyPolicy"],
  ...["ListGrants", "ListKeyPolicies", "ListKeyRotations", "ListResourceTags", "ListRetirableGrants"],
  ...["EnableKey", "DisableKey", "EnableKeyRotation", "DisableKeyRotation", "RotateKeyOnDemand"],
  ...["RevokeGrant", "TagResource", "UntagResource", "CreateAlias", "UpdateAlias", "DeleteAlias"],
  ...["UpdateKeyDescription", "ScheduleKeyDeletion", "CancelKeyDeletion"],
].map((name) => `kms:${name}`);

/** The key under which sessions are sealed. Rotated by AWS every year; what older key material sealed stays readable. */
export function sessionKey(stage: Stage): aws.kms.Key {
  const key = new aws.kms.Key(
    "SessionsKey",
    {
      description: `The sessions of ${$app.name}, stage ${stage.name}`,
      enableKeyRotation: true,
      deletionWindowInDays: stage.keyDeletionDays,
    },
    { retainOnDelete: stage.production },
  );
  new aws.kms.Alias("SessionsKeyAlias", {
    name: `alias/${$app.name}-${stage.name}-sessions`,
    targetKeyId: key.keyId,
  });
  return key;
}

/** To seal: a new data key, which comes back in the clear and sealed. */
export const sealing = (key: aws.kms.Key): Permission => use(key, "kms:GenerateDataKey");
/** To open what was sealed. For the sweep alone. */
export const opening = (key: aws.kms.Key): Permission => use(key, "kms:Decrypt");

function use(key: aws.kms.Key, action: string): Permission {
  return { actions: [action], resources: [key.arn], conditions: context };
}

/**
 * Who may do what with the key. A role's own policy counts only for what the key's policy leaves to the account, and this
 * one leaves it no use of the key: so both name the two functions.
 * @param openers may seal and open
 * @param sealers may only seal
 */
export function keyPolicy(
  key: aws.kms.Key,
  openers: readonly sst.aws.Function[],
  sealers: readonly sst.aws.Function[],
): void {
  const account = aws.getCallerIdentityOutput().accountId;
  const roles = (functions: readonly sst.aws.Function[]) => [
    { type: "AWS", identifiers: functions.map((each) => each.nodes.role.arn) },
  ];
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        sid: "AdministrationByTheAccount",
        principals: [{ type: "AWS", identifiers: [$interpolate`arn:aws:iam::${account}:root`] }],
        actions: administration,
        resources: ["*"],
      },
      {
        sid: "Opening",
        principals: roles(openers),
        actions: ["kms:Decrypt"],
        resources: ["*"],
        conditions: context,
      },
      {
        sid: "Sealing",
        principals: roles([...openers, ...sealers]),
        actions: ["kms:GenerateDataKey"],
        resources: ["*"],
        conditions: context,
      },
    ],
  });
  new aws.kms.KeyPolicy("SessionsKeyPolicy", { keyId: key.keyId, policy: policy.json });
}
