/**
 * The AWS Encryption SDK, to be loaded when something is first sealed or opened. It is no module of names: a bundle that
 * is split and imports it by `import()` finds none of them, but finds those of this file.
 */
export {
  buildClient,
  CommitmentPolicy,
  KmsKeyringNode,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from "@aws-crypto/client-node";
