import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file that we serve ourselves. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A strong validator: browsers ask each time and mostly get 304. */
  readonly etag: string;
}

export type AssetPath = "/pico.css" | "/lapse.css" | "/lapse.js";

/** Reads the files once, at cold start. In a bundle, Pico lies beside the others; from source, in its package. */
export function readAssets(): Readonly<Record<AssetPath, Asset>> {
  const own = (name: string) => new URL(`./assets/${name}`, import.meta.url);
  const bundled = own("pico.css");
  const pico = existsSync(bundled) ? bundled : new URL(import.meta.resolve("@picocss/pico/css/pico.min.css"));
  return {
    "/pico.css": asset("text/css; charset=utf-8", pico),
    "/lapse.css": asset("text/css; charset=utf-8", own("lapse.css")),
    "/lapse.js": asset("text/javascript; charset=utf-8", own("lapse.js")),
  };
}

function asset(type: string, file: URL): Asset {
  const bytes = new Uint8Array(readFileSync(fileURLToPath(file)));
  return { type, bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
}
