import type { Member } from "@lapse/core/member/member";
import type { Preview } from "@lapse/core/preview/preview";
import type { Look } from "./look.ts";

/** What `lapse preview --json` prints. Times are ISO 8601 in UTC. */
export function previewDocument({ email }: Member, { result, reading }: Look, preview: Preview | null) {
  return {
    outcome: result.outcome,
    message: result.message,
    member: email,
    account: reading?.account ?? null,
    startedAt: result.startedAt,
    endedAt: result.endedAt,
    preview: preview === null ? null : withIsoTimes(preview),
  };
}

function withIsoTimes(preview: Preview) {
  return {
    ...preview,
    readAt: new Date(preview.readAt).toISOString(),
    coming: preview.coming.map((item) => ({
      ...item,
      on: item.on === null ? null : new Date(item.on).toISOString(),
      ifConfirmed: new Date(item.ifConfirmed).toISOString(),
    })),
  };
}
