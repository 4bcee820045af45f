import type { Member } from "@lapse/core/member/member";
import type { Table } from "../../../src/store/table.ts";
import type { WebPorts } from "../../../src/web/app.ts";
import { aMember, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

/** Connected nine days ago, with the account whose lists `aReading` makes. */
export const linked: Partial<Member> = {
  ...{ session: "sealed", connectedAt: monday - 9 * 86_400_000, account: "/in/ada-example" },
};

export interface DashboardStage {
  readonly member?: Partial<Member>;
  /** How many invitations were read; with 0, no list was. */
  readonly count?: number;
  readonly ports?: Partial<WebPorts>;
}

/** However long a list, the newest in it are the same. */
const list = aReading(60);

/** The pages over a table of their own, with Ada connected and started, her list read, and her browser signed in. */
export async function adaIn(table: Table, { member = {}, count = 60, ports = {} }: DashboardStage = {}) {
  const web = pages(table, ports);
  await web.all.add(aMember("ada", { ...linked, ...member }));
  if (count > 0) await web.readings.put("ada", aReading(count));
  const headers = await web.signIn("ada");
  const get = async (path: string) => read(await web.app.request(path, { headers }));
  const post = async (path: string, fields: Readonly<Record<string, string>> | URLSearchParams = {}) =>
    read(await web.post(path, fields, headers));
  /** The key of an invitation by its place in the list; 0 is the newest. */
  const keyOf = (rank: number) => `id:${list.sent.invitations[rank]?.id}`;
  return { ...web, headers, get, post, keyOf };
}

async function read(answer: Response) {
  return { status: answer.status, location: answer.headers.get("location"), page: await answer.text() };
}
