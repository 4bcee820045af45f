import { createReadStream, createWriteStream, existsSync, lstatSync, statSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";
import { BrowserFailed, BrowserMissing } from "./errors.ts";

/** Where an unpacked Chromium lies, and what its process (and only its process) needs in the environment. */
export interface Unpacked {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

// The SwiftShader archive is left out: with the GPU off and one process per task nothing loads it (measured).
const archives = ["fonts.tar.br", "al2023.tar.br"];

/**
 * Unpacks the Chromium that @sparticuz/chromium ships (Linux x64), its libraries and fonts, about 217 MB, once per
 * version and user. The directory is made under another name and published by one rename: two processes that start
 * at once would otherwise run a half-written binary (ETXTBSY, seen).
 */
export async function unpackChromium(parent = tmpdir(), onStart?: () => void): Promise<Unpacked> {
  const source = join(packageRoot(), "bin");
  const version = JSON.parse(await readFile(join(packageRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  const uid = ownUid();
  const home = join(parent, `lapse-chromium-${version.version}-${uid}`);
  if (isForeign(home, uid)) {
    throw new BrowserMissing(
      `${home} belongs to another user, so the browser in it is not trusted: remove it, or set TMPDIR to a directory of your own.`,
    );
  }
  if (!existsSync(join(home, "chromium"))) {
    onStart?.();
    await unpackOnce(source, parent, home);
  }
  return {
    executable: join(home, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(home, "al2023", "lib"), join(home, "lib"), home].join(":"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  };
}

async function unpackOnce(source: string, parent: string, home: string): Promise<void> {
  let draft: string | null = null;
  try {
    await mkdir(parent, { recursive: true });
    draft = await mkdtemp(join(parent, "lapse-chromium-draft-"));
    await unpackInto(source, draft);
    await publish(draft, home);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new BrowserFailed(
      `the browser could not be unpacked into ${parent} (${code}): see that there are 250 MB of room for this user, or set TMPDIR to another directory.`,
      { cause },
    );
  } finally {
    if (draft !== null) await rm(draft, { recursive: true, force: true });
  }
}

/** A link counts by its own owner, too: it can lead to any directory of ours. */
function isForeign(home: string, uid: number): boolean {
  return [lstatSync, statSync].some((look) => (look(home, { throwIfNoEntry: false })?.uid ?? uid) !== uid);
}

/** A user without an entry in the system's list, which a container may have, has a number and nothing else. */
function ownUid(): number {
  return process.getuid?.() ?? userInfo().uid;
}

async function unpackInto(source: string, draft: string): Promise<void> {
  await Promise.all([
    pipeline(brotli(join(source, "chromium.br")), createWriteStream(join(draft, "chromium"))),
    ...archives.map(async (name) => {
      if (!existsSync(join(source, name))) return;
      const into = name.startsWith("al2023") ? join(draft, "al2023") : draft;
      await pipeline(brotli(join(source, name)), extract(into));
    }),
  ]);
  await chmod(join(draft, "chromium"), 0o700);
}

/** Another process may have published the same version meanwhile: then theirs is as good. */
async function publish(draft: string, home: string): Promise<void> {
  const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, "fonts")}</dir><cachedir>${join(home, "font-cache")}</cachedir></fontconfig>`;
  await writeFile(join(draft, "fonts.conf"), fonts);
  try {
    await rename(draft, home);
  } catch (cause) {
    if (!existsSync(join(home, "chromium"))) throw cause;
  }
}

function brotli(file: string) {
  return createReadStream(file, { highWaterMark: 4 << 20 }).compose(
    createBrotliDecompress({ chunkSize: 2 << 20 }),
  );
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")));
  while (!existsSync(join(folder, "bin", "chromium.br"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("@sparticuz/chromium is installed without its bin folder");
    folder = parent;
  }
  return folder;
}
