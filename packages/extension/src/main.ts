import { resolve } from "node:path";
import { buildExtension } from "./build.ts";

// Taking the types out is marked as experimental; whoever builds can do nothing about that.
process.removeAllListeners("warning");
const [folder = ".lapse/extension", ...more] = process.argv.slice(2);
if (more.length > 0 || folder.startsWith("-")) {
  console.error("Usage: node packages/extension/src/main.ts [folder]");
  process.exitCode = 2;
} else {
  const files = await buildExtension(resolve(folder));
  console.log(`Lapse Connect: ${files.length} files in ${resolve(folder)}`);
}
