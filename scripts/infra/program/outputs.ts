import { account } from "./account.ts";

type Values = Readonly<Record<string, unknown>>;

const { id: accountId, region } = account;
const text = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

/** By type: the ARN that AWS would give it, made of its name as a deploy would make it. */
const arns: Readonly<Record<string, (name: string, inputs: Values) => string>> = {
  "aws:dynamodb/table:Table": (name) => `arn:aws:dynamodb:${region}:${accountId}:table/${name}`,
  "aws:sqs/queue:Queue": (name) => `arn:aws:sqs:${region}:${accountId}:${name}`,
  "aws:lambda/function:Function": (name) => `arn:aws:lambda:${region}:${accountId}:function:${name}`,
  "aws:iam/role:Role": (name) => `arn:aws:iam::${accountId}:role/${name}`,
  "aws:kms/key:Key": (name) => `arn:aws:kms:${region}:${accountId}:key/${name}`,
  "aws:cloudwatch/logGroup:LogGroup": (name) => `arn:aws:logs:${region}:${accountId}:log-group:${name}`,
  "aws:cloudwatch/eventRule:EventRule": (name) => `arn:aws:events:${region}:${accountId}:rule/${name}`,
  "aws:cloudwatch/metricAlarm:MetricAlarm": (name) =>
    `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`,
  "aws:sns/topic:Topic": (name) => `arn:aws:sns:${region}:${accountId}:${name}`,
  "aws:scheduler/schedule:Schedule": (name) =>
    `arn:aws:scheduler:${region}:${accountId}:schedule/default/${name}`,
  "aws:sesv2/configurationSet:ConfigurationSet": (name) =>
    `arn:aws:ses:${region}:${accountId}:configuration-set/${name}`,
  "aws:sesv2/emailIdentity:EmailIdentity": (name) => `arn:aws:ses:${region}:${accountId}:identity/${name}`,
  "aws:cloudfront/distribution:Distribution": (name) =>
    `arn:aws:cloudfront::${accountId}:distribution/${name}`,
  "aws:cloudfront/keyValueStore:KeyValueStore": (name) =>
    `arn:aws:cloudfront::${accountId}:key-value-store/${name}`,
};

/** What the properties are called that name a resource, in the order in which they are looked for. */
const naming = ["name", "configurationSetName", "emailIdentity", "bucket"];

/** A resource that Pulumi would have AWS make, or look up. */
export interface Made {
  readonly type: string;
  /** Its name in the program. */
  readonly name: string;
  readonly inputs: Values;
  /** Its name on AWS where it is there already and only looked up; empty where it is made. */
  readonly id?: string;
}

/** What AWS would answer after making the resource, as far as the program goes on with it. */
export function outputsOf({ type, name: logicalName, inputs, id }: Made): { id: string; state: Values } {
  const named = [id || undefined, ...naming.map((key) => inputs[key])].find(
    (value) => typeof value === "string",
  );
  const name = text(named, logicalName);
  const arn =
    arns[type]?.(name, inputs) ?? `arn:aws:${type.split(":")[1] ?? "x"}:${region}:${accountId}:${name}`;
  const state: Values = { name, arn, ...inputs, ...answers[type]?.(name, arn, inputs) };
  return { id: text(state["id"], name), state };
}

const answers: Readonly<Record<string, (name: string, arn: string, inputs: Values) => Values>> = {
  "aws:sqs/queue:Queue": (name) => {
    const url = `https://sqs.${region}.amazonaws.com/${accountId}/${name}`;
    return { url, id: url };
  },
  "aws:lambda/function:Function": (_name, arn, inputs) => ({
    publish: inputs["publish"] ?? false,
    version: "1",
    qualifiedArn: `${arn}:1`,
    invokeArn: arn,
    lastModified: "",
  }),
  "aws:lambda/functionUrl:FunctionUrl": (name) => ({
    functionUrl: `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/`,
  }),
  "aws:kms/key:Key": (name) => ({ keyId: name }),
  "aws:lambda/eventSourceMapping:EventSourceMapping": (name) => ({ uuid: `uuid-of-${name}` }),
  "aws:cloudfront/distribution:Distribution": (name) => ({
    domainName: `${name.toLowerCase()}.cloudfront.net`,
    hostedZoneId: "Z2FDTNDATAQYW2",
    etag: "E",
    aliases: [],
  }),
  "aws:acm/certificate:Certificate": (_name, _arn, inputs) => ({
    domainValidationOptions: [
      {
        domainName: inputs["domainName"],
        resourceRecordName: "_proof.example.org",
        resourceRecordType: "CNAME",
        resourceRecordValue: "_proof.acm-validations.aws",
      },
    ],
  }),
  "aws:acm/certificateValidation:CertificateValidation": (_name, arn, inputs) => ({
    certificateArn: inputs["certificateArn"] ?? arn,
  }),
  "aws:route53/record:Record": (name) => ({ fqdn: name }),
  "pulumi-nodejs:dynamic:Resource": () => ({ isDone: true, zoneId: "Z0EXAMPLE", id: "dynamic" }),
  // A secret in the program; here, a text that a rule can look for where it must not be.
  "random:index/randomBytes:RandomBytes": () => ({ base64: "c2VjcmV0", hex: "736563726574" }),
};
