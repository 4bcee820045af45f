import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { neededCookies, usefulCookies } from "@lapse/core/session/cookie";
import { afterAll, describe, expect, test } from "vitest";
import { buildExtension } from "../src/build.ts";
import { cookieNames, mayLack, site } from "../src/popup/site.ts";

const folder = mkdtempSync(join(tmpdir(), "lapse-extension-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = await buildExtension(folder);
const text = (name: string) => readFileSync(join(folder, name), "utf8");

describe("The extension as it is built", () => {
  test("asks for the cookies of one site and for nothing else", () => {
    const manifest = JSON.parse(text("manifest.json"));
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ["cookies"],
      host_permissions: ["https://www.linkedin.com/*"],
    });
    for (const more of ["background", "content_scripts", "optional_permissions", "web_accessible_resources"])
      expect(manifest).not.toHaveProperty(more);
    expect(manifest.content_security_policy.extension_pages).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
  });

  test("holds scripts that a browser runs as they are, and loads nothing from elsewhere", () => {
    expect([...files].sort()).toEqual(
      ["browser.js", "code.js", "gather.js", "manifest.json", "popup.css", "popup.html", "popup.js"].concat([
        "send.js",
        "site.js",
      ]),
    );
    for (const name of files.filter((each) => each.endsWith(".js"))) {
      const imported = [...text(name).matchAll(/from "([^"]*)"/g)].map(([, from]) => from?.replace("./", ""));
      for (const from of imported) expect(files).toContain(from);
      expect(
        () => new Function(text(name).replace(/^(?:import .*;|export )/gm, "async () => {}; ")),
      ).not.toThrow();
    }
    expect(text("popup.html")).not.toMatch(
      /https?:\/\/|<script(?! type="module" src="popup.js">)|\sstyle=|\son\w+=/,
    );
  });

  test("takes the very cookies that the receiving end takes, and its sources say the same", async () => {
    const built = await import(`data:text/javascript,${encodeURIComponent(text("site.js"))}`);
    expect(built).toMatchObject({ site, cookieNames, mayLack });
    expect(cookieNames).toEqual(usefulCookies);
    expect(cookieNames.filter((name) => !mayLack.includes(name))).toEqual(neededCookies);
  });
});
