import fc from "fast-check";
import { expect, test } from "vitest";
import { allLanguages } from "../../../src/invitation/labels/languages.ts";
import { concepts, tables } from "../../../src/linkedin/words/concepts.ts";
import { is, says } from "../../../src/linkedin/words/matcher.ts";

const words = concepts.flatMap((concept) =>
  allLanguages.flatMap((language) => tables[concept][language].map(({ text }) => text)),
);
const folded = (text: string) => text.normalize("NFC").toLowerCase();

const alphabets = [
  "abcdefghijklmnopqrstuvwxyzäöüéèñçßøåěščřžýáíőűăîșțğışđ",
  "абвгдежзийклмнопрстуфхцчшщъыьэюяіїє",
  "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",
  "אבגדהוזחטיכלמנסעפצקרשת",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ",
  "अआइकखगघचछजझटठडढणतथदधनपफबभमयरलवशसहािीुूेैोौं",
  "取消引下加撤回上一页关注李王田中佐藤",
  "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศสหอะาิีเแ",
  "가나다라마바사김이박철회취소더보기",
];
const person = fc
  .constantFrom(...alphabets)
  .chain((alphabet) =>
    fc.array(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map((parts) => parts.join(" "));

test("a name of any letters that holds none of the words is never taken for one", () => {
  fc.assert(
    fc.property(
      person.filter((name) => !words.some((word) => folded(name).includes(folded(word)))),
      (name) => {
        for (const concept of concepts) expect(says(concept, name) || is(concept, name), concept).toBe(false);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("whatever stands around a word, the text is heard to say it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...concepts),
      fc.constantFrom(...allLanguages),
      person,
      (concept, language, name) => {
        for (const { text } of tables[concept][language]) {
          expect(says(concept, `${name}: ${text} – ${name}`), text).toBe(true);
        }
      },
    ),
  );
});

test.each(["Tarik Example", "Tarik", "Luk", "Peru", "Ada Example", "Ines O'Fake-Núñez", "Jon Same"])(
  "%s is a name and no control",
  (name) => {
    expect(concepts.filter((concept) => says(concept, name))).toEqual([]);
  },
);
