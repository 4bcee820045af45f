import { vi } from "vitest";

/** What is written to both outputs meanwhile, each line parsed: how a function on AWS logs, and counts. */
export async function written(work: () => Promise<unknown>): Promise<readonly Record<string, unknown>[]> {
  let text = "";
  const kept = (part: unknown) => {
    text += String(part);
    return true;
  };
  const outputs = [process.stdout, process.stderr].map((each) =>
    vi.spyOn(each, "write").mockImplementation(kept),
  );
  try {
    await work();
  } finally {
    for (const output of outputs) output.mockRestore();
  }
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
