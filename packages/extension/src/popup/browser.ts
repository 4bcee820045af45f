/** What we use of the browser's interface for extensions. */
export interface ExtensionBrowser {
  readonly cookies: {
    /** The cookie that a request to this address would carry. */
    get(details: { url: string; name: string }): Promise<{ readonly value: string } | null | undefined>;
  };
  readonly permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>;
    /** Only after a click; the browser asks the member. */
    request(wanted: { origins: string[] }): Promise<boolean>;
  };
}

/** Firefox calls it `browser`, the others `chrome`. */
export function extensionBrowser(): ExtensionBrowser {
  const { browser, chrome } = globalThis as { browser?: ExtensionBrowser; chrome?: ExtensionBrowser };
  const found = browser ?? chrome;
  if (found === undefined) throw new Error("This page runs as a part of the extension only.");
  return found;
}
