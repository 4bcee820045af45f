import { resolve } from "node:path";
import { buildExtension } from "./build.ts";

const [folder = ".lapse/extension", ...more] = process.argv.slice(2);
if (more.length > 0 || folder.startsWith("-")) {
  console.error("Usage: node packages/extension/src/main.ts [folder]");
  process.exitCode = 2;
} else {
  const files = await buildExtension(resolve(folder));
  console.log(`Lapse Connect: ${files.length} files in ${resolve(folder)}`);
}
