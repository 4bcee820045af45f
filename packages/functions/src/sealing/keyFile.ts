import { open } from "node:fs/promises";
import { OperatorError } from "../errors.ts";

/**
 * Reads the 32 bytes that seal sessions on one's own computer. Whoever has the file has every session, so a file that
 * anybody but its owner can touch is refused, and so is one of another length. Links are followed; the file that is
 * checked is the file that is read.
 */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const file = await open(path, "r").catch((cause: unknown) => {
    throw new OperatorError(
      `The key file ${path} of LAPSE_SEALING cannot be opened. Make one: (umask 177; head -c 32 /dev/urandom > ${path})`,
      cause,
    );
  });
  try {
    const { mode } = await file.stat();
    const permissions = (mode & 0o777).toString(8).padStart(4, "0");
    if (permissions !== "0600") {
      throw new OperatorError(
        `The key file ${path} has mode ${permissions}, so others may use it: it must have 0600. Run: chmod 600 ${path}`,
      );
    }
    const key = await file.readFile();
    if (key.length !== 32) {
      throw new OperatorError(
        `The key file ${path} holds ${key.length} bytes; it must hold exactly 32 random ones.`,
      );
    }
    return new Uint8Array(key);
  } finally {
    await file.close();
  }
}
