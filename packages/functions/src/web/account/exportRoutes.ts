import { exportCsv, exportJson } from "@lapse/core/export/export";
import { Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { forMember } from "../signIn/signedIn.ts";

const kinds = [
  { path: "/export.csv", type: "text/csv; charset=utf-8", write: exportCsv },
  { path: "/export.json", type: "application/json; charset=utf-8", write: exportJson },
] as const;

/** A member's invitations and ledger as files that a browser saves. */
export function exportRoutes(ports: WebPorts): Hono {
  const { readings, ledgerOf, now } = ports;
  const routes = new Hono();
  for (const { path, type, write } of kinds) {
    routes.get(
      path,
      forMember(ports, async (context, member) => {
        const [reading, events] = await Promise.all([readings.get(member.id), ledgerOf(member.id).read()]);
        const at = now();
        const day = new Date(at).toISOString().slice(0, 10);
        return context.body(write({ member, reading, events, now: at }), 200, {
          "content-type": type,
          "content-disposition": `attachment; filename="lapse-${day}${path.slice("/export".length)}"`,
          "cache-control": "no-store",
        });
      }),
    );
  }
  return routes;
}
