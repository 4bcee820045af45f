import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./writeWhole.ts";

export type Service = "database" | "queue" | "mail" | "form" | "replica";
export type Ports = Partial<Record<Service, number>>;

const services: readonly Service[] = ["database", "queue", "mail", "form", "replica"];

/** The ports of the last run. They are asked for again, so that links in earlier mails still lead somewhere. */
export function rememberedPorts(path: string): Ports {
  try {
    const stored = JSON.parse(readFileSync(join(path, "ports.json"), "utf8")) as Record<string, unknown>;
    const ports: Ports = {};
    for (const service of services) {
      const port = stored[service];
      if (typeof port === "number" && Number.isInteger(port) && port > 1023 && port < 65_536)
        ports[service] = port;
    }
    return ports;
  } catch {
    return {};
  }
}

/** What is not named stays as it was. */
export function rememberPorts(path: string, ports: Ports): void {
  writeWhole(join(path, "ports.json"), JSON.stringify({ ...rememberedPorts(path), ...ports }));
}
