import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sealer } from "@lapse/core/session/seal";
import { encryptionSdkSealer } from "../../src/sealing/sealer.ts";

/** A sealer with a key of its own, whose file is gone again once it has been read. */
export async function testSealer(): Promise<Sealer> {
  const folder = await mkdtemp(join(tmpdir(), "lapse-key-"));
  const path = join(folder, "key");
  await writeFile(path, randomBytes(32), { mode: 0o600 });
  const sealer = encryptionSdkSealer({ kind: "file", path });
  await sealer.seal("", {});
  await rm(folder, { recursive: true });
  return sealer;
}
