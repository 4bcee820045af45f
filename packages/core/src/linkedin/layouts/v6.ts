import type { Layout } from "./layout.ts";

/** The server-driven page of 2026; all verified (linkedin/README.md §3, dom-outline-2026-09-10.txt). */
export const v6: Layout = {
  name: "V6",
  mark: 'main#workspace, [data-sdui-screen], [data-testid="lazy-column"]',
  list: '[data-testid="lazy-column"]',
  withdraw: "",
  confirm: "",
  note: '[data-testid="expandable-text-box"]',
  counter: 'a[href*="/sent/CONNECTION"]',
  receivedCounter: 'a[href*="/received/CONNECTION"]',
};
