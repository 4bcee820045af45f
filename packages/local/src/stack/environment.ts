import { devNull } from "node:os";

export const region = "eu-central-1";
export const tableName = "lapse";

export interface Endpoints {
  readonly database: string;
  readonly queue: string;
  readonly mail: string;
  readonly sweepQueueUrl: string;
  readonly digestQueueUrl: string;
  readonly form: string;
  readonly site: string;
  readonly keyFile: string;
}

/** The sender of mails that do not leave this computer. */
const nobody = "Lapse <digest@lapse.example>";

/** The functions' whole environment on one's own computer: the same variables that the infrastructure sets on AWS. */
export function stackEnvironment(endpoints: Endpoints, mailFrom = nobody): Record<string, string> {
  return {
    LAPSE_TABLE: tableName,
    LAPSE_SWEEP_QUEUE_URL: endpoints.sweepQueueUrl,
    LAPSE_DIGEST_QUEUE_URL: endpoints.digestQueueUrl,
    LAPSE_MAIL_FROM: mailFrom,
    LAPSE_WEB_ORIGIN: endpoints.form,
    LAPSE_SITE: endpoints.site,
    LAPSE_SEALING: `file:${endpoints.keyFile}`,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.database,
    AWS_ENDPOINT_URL_SQS: endpoints.queue,
    AWS_ENDPOINT_URL_SESV2: endpoints.mail,
    ...localCredentials,
  };
}

/** Accepted by the emulators and by nobody else; whoever has real credentials in the environment must not see them used. */
export const localCredentials = {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: "true",
} as const;

/** Anything else with the AWS prefix could send a call somewhere else, so it goes. */
export function enterEnvironment(wanted: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, wanted);
}
