import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeKeepUrl, readKeepToken } from "../../../src/web/keep/link.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 9, 30);
const ada = { id: "ada", keepSecret: "secret-of-ada-0123456789" };
const bob = { id: "bob", keepSecret: "secret-of-bob-0123456789" };
const find = async (id: string) => [ada, bob].find((member) => member.id === id) ?? null;
const tokenOf = (url: string) => new URL(url).searchParams.get("token") ?? "";
const made = (key: string, member = ada) => tokenOf(makeKeepUrl("https://lapse.example", member, now)(key));

test("a keep link says which invitation of which member, whatever the invitation's key is", async () => {
  const keys = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constant("id:7498810568384856065"),
  );
  await fc.assert(
    fc.asyncProperty(keys, async (key) => {
      expect(await readKeepToken(made(key), find, now)).toEqual({ member: ada, key });
    }),
  );
});

test("a keep link works for 60 days", async () => {
  const read = (later: number) => readKeepToken(made("id:1"), find, now + later);
  expect(await read(60 * day - 1_000)).not.toBeNull();
  expect(await read(60 * day)).toBeNull();
});

test("a token that is changed anywhere, cut or lengthened says nothing", async () => {
  const token = made("id:7498810568384856065");
  const change = fc.record({
    at: fc.nat({ max: token.length }),
    drop: fc.nat({ max: 3 }),
    put: fc.string({ unit: fc.constantFrom(..."Aa0_-.=%"), maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, drop, put }) => {
      const changed = token.slice(0, at) + put + token.slice(at + drop);
      fc.pre(changed !== token);
      expect(await readKeepToken(changed, find, now)).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test("a token of one member says nothing about another, also where the two keep the same invitation", async () => {
  const [, ...rest] = made("id:1").split(".");
  expect(await readKeepToken(["bob", ...rest].join("."), find, now)).toBeNull();
  expect(await readKeepToken(["nobody", ...rest].join("."), find, now)).toBeNull();
  expect(await readKeepToken(made("id:1", { ...bob, keepSecret: ada.keepSecret }), find, now)).toBeNull();
});
