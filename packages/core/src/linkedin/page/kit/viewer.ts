import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/** What the page says of who is signed in: links in its frame, and the viewer that its data name. */
export function makeViewer(kit: Kit, _marks: Marks): Pick<Kit, "viewer" | "viewerSlugs"> {
  const slugKey = "(?:publicIdentifier|vanityName|publicId|slug)";
  const patterns = [
    // `"viewerVanityName":"…"` and the like: a key that says by itself whose slug it is.
    '"(?:viewer|me|self|loggedIn|signedIn|current)(?:Member|User)?_?(?:PublicIdentifier|VanityName|PublicId|Slug)"\\s*:\\s*"([^"]{1,200})"',
    // `"viewer":{…,"publicIdentifier":"…"}`: the slug directly inside an object about the viewer.
    `"(?:viewer|me|self|loggedIn(?:Member|User)|signedIn(?:Member|User)|current(?:Member|User))"\\s*:\\s*\\{[^{}]{0,2000}?"${slugKey}"\\s*:\\s*"([^"]{1,200})"`,
  ];
  const inFrame =
    'header a[href*="/in/"], nav a[href*="/in/"], [role="banner"] a[href*="/in/"], [role="navigation"] a[href*="/in/"]';
  /** Data of a long list are millions of letters, and this is asked before every click. */
  const known = new WeakMap<Element, { readonly text: string; readonly slugs: readonly string[] }>();

  const viewerSlugs = (script: string) => {
    if (!/viewer|"me"|self|loggedIn|signedIn|current/i.test(script)) return [];
    const plain = script.replaceAll('\\"', '"');
    return patterns.flatMap((pattern) =>
      [...plain.matchAll(new RegExp(pattern, "gi"))].map((match) => match[1] ?? ""),
    );
  };

  const slugsOf = (element: Element) => {
    const text = element.textContent ?? "";
    const before = known.get(element);
    if (before?.text === text) return before.slugs;
    const slugs = text.length < 8e6 ? viewerSlugs(text) : [];
    known.set(element, { text, slugs });
    return slugs;
  };

  return {
    viewerSlugs,
    viewer: () => {
      const main = kit.main();
      const links = [...document.querySelectorAll(inFrame)];
      const rows = main === null && links.length > 0 ? kit.rows() : [];
      const inside = (link: Element) => main?.contains(link) ?? rows.some((row) => row.contains(link));
      return {
        document: performance.timeOrigin,
        url: location.href,
        frame: links.filter((link) => !inside(link)).map((link) => link.getAttribute("href") ?? ""),
        data: [...document.querySelectorAll("script:not([src]), code")].flatMap(slugsOf),
      };
    },
  };
}
