// Runs as a process of its own: starts what its argument names on a folder, says so, and stays.
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { claimInstance } from "../../src/stack/instance.ts";
import { startStack } from "../../src/stack/stack.ts";

const [what, folder] = process.argv.slice(2);
const data = openDataDirectory(folder ?? "");
const instance = claimInstance(data.path);
instance.announce({ form: "http://127.0.0.1:4000" });
if (what === "stack") {
  const stack = await startStack({ data, ports: {}, report: () => undefined });
  console.log(JSON.stringify({ mail: stack.mail.origin }));
} else console.log("{}");
setInterval(() => undefined, 1_000);
