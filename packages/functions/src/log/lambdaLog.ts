import { Logger } from "@aws-lambda-powertools/logger";
import type { Redactor } from "@lapse/core/session/redact";
import { type Log, type LogData, masked } from "./log.ts";

/** A log of one function on AWS. A process has one invocation at a time, so what is set for it is on every line. */
export interface LambdaLog extends Log {
  /** From here on each line, also of the logs that were made of this one, says which invocation wrote it. */
  during(requestId: string): void;
}

/** A log that writes lines of JSON as CloudWatch wants them. POWERTOOLS_LOG_LEVEL sets what is written. */
export function lambdaLog(service: string): LambdaLog {
  const logger = new Logger({ serviceName: service });
  return {
    ...over(logger, {}, (text) => text),
    during: (requestId) => logger.appendKeys({ requestId }),
  };
}

function over(logger: Logger, always: LogData, redact: Redactor): Log {
  const beside = (data: LogData | undefined) =>
    masked({ ...always, ...data }, redact) as Record<string, unknown>;
  return {
    info: (message, data) => logger.info(message, beside(data)),
    warn: (message, data) => logger.warn(message, beside(data)),
    error: (message, fault, data) => logger.error(message, beside({ ...data, fault })),
    with: (data) => over(logger, { ...always, ...data }, redact),
    hiding: (more) => over(logger, always, (text) => more(redact(text))),
  };
}
