import type { Layout } from "./layout.ts";

/** The page of winter 2024–25: flat, obfuscated rows, read by words and addresses alone; its dialog is all that is known by a mark (§2). */
export const v4: Layout = {
  name: "V4",
  mark: "",
  list: "",
  withdraw: "",
  confirm: "",
  note: "",
  counter: "",
  receivedCounter: "",
};
