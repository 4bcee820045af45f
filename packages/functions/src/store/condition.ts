import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/** Resolves to false where the write's condition did not hold; every other failure stays a failure. */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
