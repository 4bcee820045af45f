/** Everybody for whom the inbox of this computer has a mail: what arrived, whatever the ledger could still note of it. */
export async function addresseesOf(inbox: string): Promise<ReadonlySet<string>> {
  const answer = await fetch(new URL("/store", inbox));
  const { emails } = (await answer.json()) as { emails: { destination: { to: string[] } }[] };
  return new Set(emails.flatMap(({ destination }) => destination.to));
}
