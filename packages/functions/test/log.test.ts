import { expect, test } from "vitest";
import { masked } from "../src/log/log.ts";

const redact = (text: string) => text.replaceAll("secret", "[secret]").replaceAll("4242424242", "[secret]");

test("a log line holds plain values only, each masked, and of an error what it says and where", () => {
  const fault = Object.assign(new Error("a secret failed", { cause: new Error("secret cause") }), {
    request: { headers: { cookie: "li_at=secret" } },
  });
  const line = masked(
    {
      fault,
      "secret key": [1, 4_242_424_242, 5n, null, true],
      bytes: new TextEncoder().encode("secret"),
      when: new Date(0),
    },
    redact,
  );
  expect(line).toMatchObject({
    fault: { name: "Error", message: "a [secret] failed", cause: { message: "[secret] cause" } },
    "[secret] key": [1, "[secret]", "5", null, true],
    bytes: "[6 bytes]",
    when: "1970-01-01T00:00:00.000Z",
  });
  expect(JSON.stringify(line)).not.toMatch(/(?<!\[)secret|headers|4242424242/);
});

test("what contains itself ends somewhere", () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  expect(JSON.stringify(masked(loop, redact))).toContain("[deeper]");
});
