import { isDeepStrictEqual } from "node:util";
import type { Sealer } from "@lapse/core/session/seal";
import type { Sealing } from "../config.ts";
import { StoredStateError } from "../errors.ts";
import { readKeyFile } from "./keyFile.ts";

/**
 * Sealing with the AWS Encryption SDK: a data key for each message, wrapped by KMS or by the key file, with key
 * commitment. The SDK takes 80 ms to load, so it is loaded by the first call, and the key is read then.
 */
export function encryptionSdkSealer(sealing: Sealing): Sealer {
  let loading: ReturnType<typeof load> | undefined;
  const sdk = () => {
    loading ??= load(sealing).catch((fault: unknown) => {
      // An operator who mends the key file need not restart anything.
      loading = undefined;
      throw fault;
    });
    return loading;
  };
  return {
    seal: async (plain, context) => {
      const { encrypt, keyring } = await sdk();
      const { result } = await encrypt(keyring, plain, { encryptionContext: { ...context } });
      return new Uint8Array(result);
    },
    open: async (sealed, context) => {
      const { decrypt, keyring } = await sdk();
      const { plaintext, messageHeader } = await decrypt(keyring, sealed);
      // The SDK proves that the context was not changed, not that it is the one we want: one member's sealed session
      // copied into another's record opens without this.
      if (!isDeepStrictEqual(ownContext(messageHeader.encryptionContext), context)) {
        throw new StoredStateError("What was sealed belongs to somebody else; it stays unused.");
      }
      return plaintext.toString("utf8");
    },
  };
}

/** Without the entry that the SDK adds for its own signature. */
function ownContext(found: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith("aws-crypto-")));
}

async function load(sealing: Sealing) {
  const { buildClient, CommitmentPolicy, KmsKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } =
    await import("./encryptionSdk.ts");
  const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const keyring =
    sealing.kind === "kms"
      ? new KmsKeyringNode({ generatorKeyId: sealing.keyArn })
      : new RawAesKeyringNode({
          keyName: "sessions",
          keyNamespace: "lapse",
          unencryptedMasterKey: await readKeyFile(sealing.path),
          wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
        });
  return { ...client, keyring };
}
