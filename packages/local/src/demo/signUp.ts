/** Fills in the form as a browser does. Throws where the form does not take it. */
export async function signUp(form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(new URL("/sign-up", form), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: new URL(form).origin },
    redirect: "manual",
  });
  await answer.body?.cancel();
  if (answer.status !== 303) throw new Error(`the sign-up form answered ${answer.status} and not 303`);
}
