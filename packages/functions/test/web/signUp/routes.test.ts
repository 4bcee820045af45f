import * as fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { goodForm, pages } from "../../support/web.ts";

const database = testDatabase();

/** The text that a browser would show in the field of this name. */
function shown(page: string, name: string): string | undefined {
  const input = new RegExp(`<input[^>]* name="${name}"[^>]*? value="([^"]*)"`, "s").exec(page)?.[1];
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n([^<]*)</textarea>`, "s").exec(page)?.[1];
  const select = new RegExp(`<select[^>]* name="${name}".*?</select>`, "s").exec(page)?.[0];
  const choice = select === undefined ? undefined : /<option value="([^"]*)" selected>/.exec(select)?.[1];
  return unescaped(input ?? area ?? choice);
}

function unescaped(text: string | undefined): string | undefined {
  const entities: Record<string, string> = {
    "&quot;": '"',
    "&#39;": "'",
    "&lt;": "<",
    "&gt;": ">",
    "&amp;": "&",
  };
  return text?.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

test("a form with mistakes comes back with 422, each message beside its field and at the top, nothing stored", async () => {
  const { all, post } = pages(await database.table());
  const wrong = {
    ...goodForm,
    email: "ada",
    olderThanDays: "0",
    keepProfiles: "bob\nlinkedin.com/in/cy",
    timezone: "Mars",
  };
  const answer = await post("/sign-up", wrong);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("<title>Error: ");
  expect(page).toContain("There are 4 problems");
  for (const name of ["email", "olderThanDays", "keepProfiles", "timezone"]) {
    expect(page).toContain(`<a href="#${name}">`);
    expect(page).toContain(`id="${name}-error"`);
    expect(page).toMatch(
      new RegExp(`name="${name}"[^>]*aria-describedby="[^"]*${name}-error"[^>]*aria-invalid="true"`, "s"),
    );
  }
  expect(page).not.toContain('id="perDay-error"');
  expect(await all.findByEmail("ada")).toBeNull();
});

test("whatever is typed into a form with a mistake comes back as it was typed, and never as markup", async () => {
  const { post } = pages(await database.table());
  const typed = fc
    .string({ unit: "binary", maxLength: 40 })
    .map((text) => text.toWellFormed().replaceAll("\0", ""));
  const hostile = fc.constantFrom(
    '"><script>alert(1)</script>',
    "</textarea><img src=x>",
    "\n\nfirst",
    "&lt;",
    "'",
  );
  const text = fc.oneof(typed, hostile);
  const line = text.map((each) => each.replaceAll(/[\r\n]/g, ""));
  await fc.assert(
    fc.asyncProperty(line, text, line, async (perDay, keepWords, digestDay) => {
      const page = await (
        await post("/sign-up", { ...goodForm, email: "nobody", perDay, keepWords, digestDay })
      ).text();
      expect(shown(page, "perDay")).toBe(perDay);
      expect(shown(page, "keepWords")).toBe(keepWords);
      expect(shown(page, "digestDay")).toBe(digestDay);
      expect(page).not.toMatch(/<script>|<img/);
    }),
    { numRuns: 150 },
  );
});

test("the form that is first shown is a good one but for the address", async () => {
  const { app, post } = pages(await database.table());
  const page = await (await app.request("/")).text();
  const fields = Object.fromEntries(Object.keys(goodForm).map((name) => [name, shown(page, name) ?? ""]));
  expect(fields["olderThanDays"]).toBe("30");
  expect((await post("/sign-up", { ...fields, email: "ada@example.org" })).status).toBe(303);
  expect(page).toContain(`<output data-words data-unclear`);
  expect(page).toContain(
    "Every day around 10:00 we withdraw up to 10 invitations older than 30 days, oldest first, never anyone you keep, after telling you a week before.",
  );
});

test("the page says what LinkedIn's agreement says, what a session is, and what cannot be undone", async () => {
  const { app } = pages(await database.table());
  const page = (await (await app.request("/")).text()).replaceAll(/\s+/g, " ");
  for (const truth of [
    "User Agreement forbids bots",
    "the cookies of a browser",
    "your own computer",
    "cannot be undone",
    "up to three weeks",
    "They are not told",
    "does not lift",
  ]) {
    expect(page.toLowerCase()).toContain(truth.toLowerCase());
  }
});

test("the sentence can be asked for without an address, by GET and by POST", async () => {
  const { app, post } = pages(await database.table());
  const asked = await app.request("/sentence?olderThanDays=45&perDay=5");
  expect(await asked.text()).toContain("up to 5 invitations older than 45 days");
  expect(await (await post("/sentence", { perDay: "1" })).text()).toContain("one invitation");
  expect((await app.request("/sentence?perDay=9999")).status).toBe(422);
});
