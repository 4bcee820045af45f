import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod";

/** One call that was made, and by whom: each function here has credentials with its own name. */
export interface KeyCall {
  readonly caller: string;
  readonly action: string;
  readonly context: Readonly<Record<string, string>>;
  readonly allowed: boolean;
}

export interface KeyService {
  readonly origin: string;
  readonly keyArn: string;
  readonly calls: readonly KeyCall[];
  stop(): Promise<void>;
}

const context = z.record(z.string(), z.string()).default({});
const request = {
  GenerateDataKey: z.object({
    NumberOfBytes: z.number().optional(),
    KeySpec: z.string().optional(),
    EncryptionContext: context,
  }),
  Decrypt: z.object({ CiphertextBlob: z.base64(), EncryptionContext: context }),
} as const;

class Refused extends Error {
  readonly type: string;
  constructor(type: string) {
    super(type);
    this.type = type;
  }
}

/**
 * Stands in for KMS, for which there is no emulator here: data keys under one key that never leaves this process, bound
 * to their encryption context, in the protocol of the service (JSON 1.1). What a caller may do is what the functions'
 * roles allow.
 * @param mayDo actions by caller; whoever is not named may do nothing
 */
export async function startKeyService(
  mayDo: Readonly<Record<string, readonly string[]>>,
): Promise<KeyService> {
  const keyArn = "arn:aws:kms:eu-central-1:000000000000:key/0f6e1d2c-aaaa-4bbb-8ccc-000000000001";
  const master = randomBytes(32);
  const calls: KeyCall[] = [];
  const act = (caller: string, action: string, body: unknown) => {
    if (action !== "GenerateDataKey" && action !== "Decrypt") {
      calls.push({ caller, action, context: {}, allowed: false });
      throw new Refused("AccessDeniedException");
    }
    const asked = request[action].parse(body);
    const bound = asked.EncryptionContext;
    // As the roles and the key's own policy have it: infra/key.ts.
    const allowed =
      (mayDo[caller] ?? []).includes(action) &&
      bound["purpose"] === "session" &&
      bound["member"] !== undefined;
    calls.push({ caller, action, context: bound, allowed });
    if (!allowed) throw new Refused("AccessDeniedException");
    const aad = Buffer.from(JSON.stringify(Object.entries(bound).sort()));
    if ("CiphertextBlob" in asked)
      return {
        KeyId: keyArn,
        Plaintext: opened(master, Buffer.from(asked.CiphertextBlob, "base64"), aad).toString("base64"),
      };
    const plain = randomBytes(asked.NumberOfBytes ?? 32);
    return {
      ...{ KeyId: keyArn, Plaintext: plain.toString("base64") },
      CiphertextBlob: sealed(master, plain, aad).toString("base64"),
    };
  };
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const caller = /Credential=([^/]+)\//.exec(incoming.headers.authorization ?? "")?.[1] ?? "nobody";
      const action = String(incoming.headers["x-amz-target"] ?? "").replace("TrentService.", "");
      const [status, answer] = answerOf(() => act(caller, action, body));
      response
        .writeHead(status, { "content-type": "application/x-amz-json-1.1" })
        .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...{ keyArn, calls, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerOf(act: () => object): [number, object] {
  try {
    return [200, act()];
  } catch (fault) {
    if (fault instanceof Refused) return [400, { __type: fault.type, message: fault.type }];
    return [400, { __type: "ValidationException", message: String(fault) }];
  }
}

const nonceBytes = 12;
const tagBytes = 16;

function sealed(master: Buffer, plain: Buffer, aad: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", master, nonce).setAAD(aad);
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, bytes, cipher.getAuthTag()]);
}

function opened(master: Buffer, blob: Buffer, aad: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-gcm", master, blob.subarray(0, nonceBytes))
      .setAAD(aad)
      .setAuthTag(blob.subarray(-tagBytes));
    return Buffer.concat([decipher.update(blob.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new Refused("InvalidCiphertextException");
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8") || "{}");
}
