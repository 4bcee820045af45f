import { Logger } from "@aws-lambda-powertools/logger";
import type { Redactor } from "@lapse/core/session/redact";
import { type Log, type LogData, masked } from "./log.ts";

/** A log that writes lines of JSON as CloudWatch wants them. POWERTOOLS_LOG_LEVEL sets what is written. */
export function lambdaLog(service: string): Log {
  return over(new Logger({ serviceName: service }), {}, (text) => text);
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
