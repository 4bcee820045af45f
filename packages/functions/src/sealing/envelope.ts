import type { Sealing } from "../config.ts";
import { LapseError } from "../errors.ts";
import { readKeyFile } from "./keyFile.ts";

/** What the sealed bytes are bound to; not secret, and compared when they are opened. */
export type SealingContext = Readonly<Record<string, string>>;

/** Locks bytes so that only the holder of the key opens them, and only in the context they were sealed for. */
export interface Envelope {
  seal(plain: Uint8Array, context: SealingContext): Promise<Uint8Array>;
  open(sealed: Uint8Array, context: SealingContext): Promise<Uint8Array>;
}

/**
 * Sealing with the AWS Encryption SDK: a data key for each message, wrapped by KMS or by the key file, with key
 * commitment. The SDK takes 80 ms to load, so it is loaded by the first call, and the key is read then.
 */
export function encryptionSdkEnvelope(sealing: Sealing): Envelope {
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
      const found = messageHeader.encryptionContext;
      for (const [name, value] of Object.entries(context)) {
        if (found[name] !== value)
          throw new LapseError("What was sealed belongs to somebody else; it stays unused.");
      }
      return new Uint8Array(plaintext);
    },
  };
}

async function load(sealing: Sealing) {
  const { buildClient, CommitmentPolicy, KmsKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } =
    await import("@aws-crypto/client-node");
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
