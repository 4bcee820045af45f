import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encryptionSdkSealer } from "../../src/sealing/sealer.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lapse-key-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function keyFile(name: string, key: Uint8Array, mode = 0o600): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, key, { mode });
  await chmod(path, mode);
  return path;
}

const context = { member: "m1", purpose: "session" };

test("what was sealed opens again as it was, and shows nothing of itself", async () => {
  const sealer = encryptionSdkSealer({ kind: "file", path: await keyFile("good", randomBytes(32)) });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 16, maxLength: 9_000 }), async (plain) => {
      const sealed = await sealer.seal(plain, context);
      expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
      expect(await sealer.open(sealed, context)).toBe(plain);
    }),
    { numRuns: 25 },
  );
});

test("one member's sealed session does not open as another's, nor with another key, nor altered", async () => {
  const sealer = encryptionSdkSealer({ kind: "file", path: await keyFile("mine", randomBytes(32)) });
  const stranger = encryptionSdkSealer({ kind: "file", path: await keyFile("theirs", randomBytes(32)) });
  const sealed = await sealer.seal("li_at=secret", context);
  await expect(sealer.open(sealed, { ...context, member: "m2" })).rejects.toThrow("belongs to somebody else");
  await expect(stranger.open(sealed, context)).rejects.toThrow();
  const altered = Uint8Array.from(sealed);
  const last = altered.length - 1;
  altered[last] = (altered[last] ?? 0) ^ 1;
  await expect(sealer.open(altered, context)).rejects.toThrow();
});

test.each([0o644, 0o640, 0o400, 0o700, 0o666])("a key file with mode %o is refused", async (mode) => {
  const path = await keyFile(`mode-${mode}`, randomBytes(32), mode);
  const seal = encryptionSdkSealer({ kind: "file", path }).seal("", context);
  await expect(seal).rejects.toMatchObject({
    actor: "operator",
    message: expect.stringContaining(`chmod 600 ${path}`),
  });
});

test.each([0, 16, 31, 33])("a key file of %i bytes is refused", async (length) => {
  const path = await keyFile(`length-${length}`, randomBytes(length));
  const seal = encryptionSdkSealer({ kind: "file", path }).seal("", context);
  await expect(seal).rejects.toMatchObject({
    actor: "operator",
    message: expect.stringContaining("exactly 32"),
  });
});

test("a key file that is not there is refused, with the command that makes one", async () => {
  const seal = encryptionSdkSealer({ kind: "file", path: join(folder, "none") }).seal("", context);
  await expect(seal).rejects.toMatchObject({
    actor: "operator",
    message: expect.stringContaining("/dev/urandom"),
  });
});
