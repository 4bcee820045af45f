import * as z from "zod";

const stored = z.object({
  emails: z.array(
    z.object({
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      headers: z.array(z.object({ name: z.string() })).optional(),
    }),
  ),
});

/** Everybody for whom the inbox of this computer has a digest: what arrived, whatever the ledger could still note of it. */
export async function addresseesOf(inbox: string): Promise<ReadonlySet<string>> {
  const digests = (await mailsIn(inbox)).filter(({ headers = [] }) =>
    headers.some(({ name }) => name === "List-Unsubscribe"),
  );
  return new Set(digests.flatMap(({ destination }) => destination.to));
}

/** The newest code that was mailed to an address, as its owner would read it there; null where there is none. */
export async function codeFor(inbox: string, email: string): Promise<string | null> {
  const mail = (await mailsIn(inbox)).findLast(({ destination }) => destination.to.includes(email));
  return /^\d{6}(?= is your Lapse code$)/.exec(mail?.subject ?? "")?.[0] ?? null;
}

async function mailsIn(inbox: string) {
  const answer = await fetch(new URL("/store", inbox));
  return stored.parse(await answer.json()).emails;
}
