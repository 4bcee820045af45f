import { expect, test } from "vitest";
import { sourceIn } from "../../../src/web/border/source.ts";

test.each([
  ["203.0.113.7:46532", "203.0.113.7"],
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:127.0.0.1", "127.0.0.1"],
  ["2001:0db8:85a3:0000:0000:8a2e:0370:7334:46532", "2001:db8:85a3:0::/64"],
  ["2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3:0::/64"],
  ["[2001:db8:85a3::1]:443", "2001:db8:85a3:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown, 203.0.113.7", "unknown"],
  ["", "unknown"],
  [undefined, "unknown"],
])("a request from %s counts for %s", (address, source) => {
  expect(sourceIn(address)).toBe(source);
});
