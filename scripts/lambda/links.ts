import { createCipheriv, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** By name, as infra/links.ts gives them. */
export type Links = Readonly<Record<string, Readonly<Record<string, string>>>>;

const file = "resource.enc";

/**
 * Writes the links beside a bundle as SST does, sealed with a key that only the function's environment has, and gives the
 * variables that belong to them. The format is what node_modules/sst/dist/resource/node.js reads: AES-256-GCM with a nonce
 * of zeros, which is safe because each key seals once.
 */
export function writeLinks(folder: string, links: Links): Record<string, string> {
  const key = randomBytes(32);
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12, 0));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(links), "utf8"), cipher.final()]);
  writeFileSync(join(folder, file), Buffer.concat([sealed, cipher.getAuthTag()]));
  return {
    SST_KEY_FILE: file,
    SST_KEY: key.toString("base64"),
    SST_RESOURCE_App: JSON.stringify({ name: "lapse", stage: "check" }),
  };
}
