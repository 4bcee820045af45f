import * as z from "zod";

const stored = z.object({
  emails: z.array(z.object({ destination: z.object({ to: z.array(z.string()) }) })),
});

/** The addressees of every mail in the inbox, oldest first; who got two is named twice. */
export async function addressesIn(inbox: string): Promise<readonly string[]> {
  const answer = await fetch(new URL("/store", inbox));
  return stored.parse(await answer.json()).emails.flatMap(({ destination }) => destination.to);
}
