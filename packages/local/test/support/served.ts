import { createServer } from "node:net";
import { newMember } from "@lapse/core/member/member";
import type { Policy } from "@lapse/core/policy/policy";
import { policySchema } from "@lapse/core/policy/schema";
import { type Replica, type ReplicaMember, startReplica } from "@lapse/replica/replica";
import { type Attached, withStack } from "../../src/stack/attach.ts";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { keepServedSite } from "../../src/stack/servedSite.ts";

const day = 86_400_000;
export const adaEmail = "ada@sender.example";
export const adaPassword = "secret-of-ada";

/** A replica with one member: one invitation that is old enough, one that is kept, one that is young. */
export async function replicaWithAda(): Promise<{ replica: Replica; ada: ReplicaMember }> {
  const replica = await startReplica();
  const person = (days: number, name: string) => ({
    ...{ ageMs: days * day, name, slug: name.toLowerCase().replace(/[^a-z]+/g, "-"), headline: "Chef" },
  });
  const ada = replica.addMember({
    ...{ slug: "ada-sender", name: "Ada Sender", email: adaEmail, password: adaPassword },
    invitations: [person(3.5, "Young One"), person(50.5, "=Kept One"), person(90.5, "Old One")],
  });
  return { replica, ada };
}

export const noNotice: Policy = policySchema.parse({ noticeDays: 0, keep: { words: ["Kept"] } });

/** A data directory whose members are members of the site, with Ada among them. */
export async function dataWithAda(path: string, site: string): Promise<void> {
  openDataDirectory(path);
  keepServedSite(path, site);
  await addMember(path, adaEmail);
}

/** Resolves to the id. */
export function addMember(path: string, email: string): Promise<string> {
  return use(path, async ({ adapters }) => {
    const id = adapters.newId();
    await adapters.members.add(
      newMember({
        ...{ email, policy: noNotice, id, token: adapters.newSecret() },
        ...{ keepSecret: adapters.newSecret(), now: adapters.now(), spread: 0.5 },
      }),
    );
    return id;
  });
}

/** Uses the members of a data directory, whether an instance runs on it or not. */
export function use<T>(path: string, work: (attached: Attached) => Promise<T>): Promise<T> {
  return withStack(path, () => undefined, work);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
