import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import { stringsIn } from "../src/layouts/strings/languages.ts";
import { ageLabel, bareAgeLabel } from "../src/layouts/strings/table.ts";
import { type Language, languages, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import {
  ada,
  dialogOf,
  dialogPath,
  noon,
  pendingAt,
  type Visit,
  visit,
  withdrawalOf,
  withdrawPath,
} from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

const invitations = [
  { name: "Bo Sample", slug: "bo-sample", ageMs: 35 * dayMs },
  { name: "Dana Mock", slug: "dana-mock", ageMs: 22 * dayMs },
  ...Array.from({ length: 1134 }, (_, n) => ({
    name: "Jon Same",
    slug: `jon-${n}`,
    ageMs: (40 + n) * dayMs,
  })),
];

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, invitations });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const html = async (path?: string) => (await browser.page(path)).text();

describe("the words of a page", () => {
  it("are French where the member's language is, as the live page had them", async () => {
    const french = replica.addMember({ ...ada, slug: "fr", language: "fr", invitations });
    const page = await (await visit(replica, french.mintSession()).page()).text();
    expect(page).toContain('<html lang="fr" dir="ltr">');
    expect(page).toContain('aria-label="Retirer l’invitation envoyée à Bo Sample"');
    expect(page).toContain(">Retirer<");
    expect(page).toContain(">Envoyé il y a 1 mois<");
    expect(page).toMatch(/>Personnes \(1\s136\)</u);
  });

  it("change with the next page when a test switches the language, and back again", async () => {
    expect(await html()).toContain(">People (1,136)<");
    member.faults.language = "de";
    expect(await html()).toContain(">Vor 3 Wochen gesendet<");
    member.faults.language = null;
    expect(await html()).toContain(">Sent 3 weeks ago<");
  });

  it("run from the right in Arabic, with its own digits and direction marks", async () => {
    member.faults.language = "ar";
    const page = await html();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain(">تم الإرسال منذ ٣ أسابيع<");
    expect(page).toContain("(\u200f١٬١٣٦\u200f)");
  });

  it.each(languages)("are all there in %s, and none is left in English", async (language) => {
    member.faults.language = language;
    const english = stringsIn("en");
    const own = stringsIn(language);
    const page = await html();
    expect(page).toContain(`<html lang="${language}" dir="${own.dir}">`);
    expect(page).toContain(own.withdrawAria.replace("{name}", "Bo Sample"));
    if (language === "en") return;
    for (const word of ["Withdraw ", ">Withdraw<", "People (", "Sent ", "Received", english.heading])
      expect(page).not.toContain(word);
  });

  it("are those of the dialog and of what the withdrawal says, which in French names the person", async () => {
    member.faults.language = "fr";
    const { id, profileUrn, vanityInData } = pendingAt(member, 0);
    expect(await (await browser.post(dialogPath, dialogOf(profileUrn))).text()).toContain("Annuler");
    const said = await (await browser.post(withdrawPath, withdrawalOf(id, vanityInData))).text();
    expect(said).toContain("L’invitation envoyée à Dana Mock a été retirée");
    const again = await (await browser.post(withdrawPath, withdrawalOf(id, vanityInData))).text();
    expect(again).toContain("Échec du retrait de l’invitation");
  });
});

describe("an age", () => {
  const weeks = (language: Language, count: number) => ageLabel({ unit: "week", count }, stringsIn(language));

  it.each([
    ["pl", 3, "Wysłano 3 tygodnie temu"],
    ["pl", 5, "Wysłano 5 tygodni temu"],
    ["ru", 1, "Отправлено 1 неделю назад"],
    ["tr", 3, "3 hafta önce gönderildi"],
    ["ja", 3, "3週間前に送信"],
    ["ar", 2, "تم الإرسال منذ أسبوعين"],
    ["bn", 3, "৩ সপ্তাহ আগে পাঠানো হয়েছে"],
  ] as const)("in %s of %d weeks is %s", (language, count, text) => {
    expect(weeks(language, count)).toBe(text);
  });

  it("is another for another number of weeks in every language, and says Sent or its like", () => {
    for (const language of languages) {
      const labels = [1, 2, 3, 4].map((count) => weeks(language, count));
      expect(new Set(labels).size).toBe(4);
      const bare = bareAgeLabel({ unit: "week", count: 3 }, stringsIn(language));
      expect(labels[2]?.length).toBeGreaterThan(bare.length);
    }
  });
});

it("has a word for Pending of its own in every language but where two share it", () => {
  const words = languages.map((language) => stringsIn(language).pending);
  expect(words).toContain("Obesvarad");
  expect(words).toContain("承認待ち");
  for (const language of languages) {
    const { pending, pendingAria } = stringsIn(language);
    expect(pendingAria.startsWith(pending)).toBe(true);
    expect(pendingAria).toContain("{name}");
  }
});
