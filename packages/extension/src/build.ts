import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { neededCookies, usefulCookies } from "@lapse/core/session/cookie";
import { manifestFor } from "./manifest.ts";

/** Only a member of LinkedIn's own page is asked for; a test builds for a replica. */
export const linkedIn = "https://www.linkedin.com";

const popup = join(import.meta.dirname, "popup");

/**
 * Writes the extension, ready to be loaded unpacked, into a folder; resolves to the names of its files. The types are
 * taken out of the sources and nothing else is done to them: what runs is what can be read.
 * @param site the origin whose cookies are read
 */
export async function buildExtension(folder: string, site: string = linkedIn): Promise<readonly string[]> {
  const about = await readFile(join(import.meta.dirname, "..", "package.json"), "utf8");
  const { version } = JSON.parse(about) as { readonly version: string };
  const files = new Map<string, string>([
    ["manifest.json", `${JSON.stringify(manifestFor(site, version), null, 2)}\n`],
  ]);
  for (const name of await readdir(popup)) {
    const text = name === "site.ts" ? siteSource(site) : await readFile(join(popup, name), "utf8");
    if (name.endsWith(".ts")) files.set(name.replace(/ts$/, "js"), script(text));
    else files.set(name, text);
  }
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return [...files.keys()];
}

function script(source: string): string {
  return stripTypeScriptTypes(source).replace(/(from "\.\/\w+)\.ts"/g, '$1.js"');
}

/** The list of cookies is the very one that the receiving end takes. */
function siteSource(site: string): string {
  const needed: readonly string[] = neededCookies;
  const mayLack = usefulCookies.filter((name) => !needed.includes(name));
  const lines = { site: new URL(site).origin, cookieNames: usefulCookies, mayLack };
  return Object.entries(lines)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
}
