import { encryptionSdkSealer } from "@lapse/functions/sealing/sealer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localAws, setEnvironment } from "../../packages/functions/test/support/environment.ts";
import { type KeyService, startKeyService } from "../../scripts/lambda/keyService.ts";

let keys: KeyService;
beforeAll(async () => {
  keys = await startKeyService({ Web: ["GenerateDataKey"], Sweep: ["GenerateDataKey", "Decrypt"] });
});
afterAll(() => keys.stop());

const ada = { member: "ada", purpose: "session" };

async function ask(caller: string, action: string, body: object) {
  const answer = await fetch(keys.origin, {
    method: "POST",
    headers: {
      "x-amz-target": `TrentService.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${caller}/x`,
    },
    body: JSON.stringify({ KeyId: keys.keyArn, ...body }),
  });
  return (await answer.json()) as { CiphertextBlob?: string; Plaintext?: string; __type?: string };
}

test("in place of KMS, only the worker opens a data key, and only in the context that it was made in", async () => {
  const made = await ask("Web", "GenerateDataKey", { NumberOfBytes: 32, EncryptionContext: ada });
  const { CiphertextBlob, Plaintext } = made;
  const open = (caller: string, EncryptionContext: object) =>
    ask(caller, "Decrypt", { CiphertextBlob, EncryptionContext });
  expect(await open("Sweep", ada)).toMatchObject({ Plaintext });
  expect(await open("Web", ada)).toMatchObject({ __type: "AccessDeniedException" });
  expect(await open("Digest", ada)).toMatchObject({ __type: "AccessDeniedException" });
  expect(await open("Sweep", { ...ada, member: "bob" })).toMatchObject({
    __type: "InvalidCiphertextException",
  });
  expect(await open("Sweep", { member: "ada" })).toMatchObject({ __type: "AccessDeniedException" });
  expect(keys.calls.filter(({ allowed }) => !allowed).map(({ caller }) => caller)).toEqual([
    ...["Web", "Digest", "Sweep"],
  ]);
});

test("sealing goes through KMS as it will on AWS, and what is sealed for one member opens for no other", async () => {
  setEnvironment({ ...localAws, AWS_ACCESS_KEY_ID: "Sweep", AWS_ENDPOINT_URL_KMS: keys.origin });
  const sealer = encryptionSdkSealer({ kind: "kms", keyArn: keys.keyArn });
  const sealed = await sealer.seal("a session", ada);
  await expect(sealer.open(sealed, ada)).resolves.toBe("a session");
  await expect(sealer.open(sealed, { ...ada, member: "bob" })).rejects.toThrow("somebody else");
  await expect(sealer.seal("a session", { ...ada, purpose: "letter" })).rejects.toThrow("AccessDenied");
});
