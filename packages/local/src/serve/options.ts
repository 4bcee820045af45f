import { dataFolder } from "../command/dataFolder.ts";
import { optionsOf } from "../command/options.ts";
import { linkedIn, readSite } from "../command/site.ts";
import { UsageError } from "../command/usage.ts";

export interface ServeOptions {
  /** An absolute path. */
  readonly data: string;
  /** Null where none was asked for. */
  readonly port: number | null;
  /** An origin, without a slash at its end. */
  readonly site: string;
  /** Where members reach the pages, when it is not where they are served. */
  readonly webOrigin: string | null;
}

const known = { data: { type: "string" }, port: { type: "string" }, site: { type: "string" } } as const;

/** Reads the options of `lapse serve`. Throws UsageError. */
export function readServeOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ServeOptions {
  const values = optionsOf("serve", args, known);
  return {
    data: dataFolder(values.data, environment),
    port: values.port === undefined ? null : readPort(values.port),
    site: readSite(values.site ?? linkedIn),
    webOrigin: readWebOrigin(environment["LAPSE_WEB_ORIGIN"] ?? ""),
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535)
    throw new UsageError(`--port must be a number from 1 to 65535, not "${text}".`);
  return port;
}

function readWebOrigin(text: string): string | null {
  if (text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "")
    throw new UsageError("LAPSE_WEB_ORIGIN must be an origin such as https://lapse.example.org.");
  return url.origin;
}
