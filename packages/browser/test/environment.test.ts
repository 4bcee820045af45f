import fc from "fast-check";
import { expect, test } from "vitest";
import { browserEnvironment } from "../src/environment.ts";

const secrets = [
  ...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API"],
  ...["SST_KEY", "SST_KEY_FILE", "SST_RESOURCES_JSON", "LAPSE_SMTP_URL", "LAPSE_SEALING", "NPM_TOKEN"],
];

test.each(secrets)("a browser is not told %s", (name) => {
  expect(browserEnvironment({ [name]: "secret", PATH: "/bin" })).toEqual({ PATH: "/bin" });
});

test("a browser is told where its display is, and which language is spoken", () => {
  const told = {
    DISPLAY: ":1",
    XDG_RUNTIME_DIR: "/run/user/1",
    LC_ALL: "de_DE.UTF-8",
    https_proxy: "http://p",
  };
  expect(browserEnvironment({ ...told, HOME: undefined })).toEqual(told);
});

test("nothing whose name speaks of a key, a token, a secret or a password is passed on", () => {
  // Of those that begin with one of these three, every name is.
  const head = fc
    .stringMatching(/^[A-Z]{0,8}$/)
    .filter((text) => !["LC", "XDG", "FONTCONFIG"].includes(text));
  const part = fc.constantFrom("KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIALS");
  fc.assert(
    fc.property(head, part, fc.stringMatching(/^[A-Z_]{0,8}$/), (first, word, tail) => {
      expect(browserEnvironment({ [`${first}_${word}${tail}`]: "x" })).toEqual({});
    }),
  );
});
