import type { Marks } from "../layouts/marks.ts";
import type { Kit, Viewer } from "./kit.ts";

/** What a page is, before anything is made of it. */
export interface Survey {
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly ready: boolean;
  readonly hasMain: boolean;
  readonly textLength: number;
  /** The visible text where there is little of it: error pages, sign-in walls. */
  readonly text: string;
  readonly signInForm: boolean;
  readonly accountPicker: boolean;
  /** Whether it leads to a place where one signs in, and not out: a signed-in page has no such link. */
  readonly signInLinks: boolean;
  readonly captcha: boolean;
  /** Values of `data-sdui-screen`. */
  readonly screens: readonly string[];
  /** Names of the layouts whose mark is on the page. */
  readonly layouts: readonly string[];
  /** Containers of a list, which may be empty. */
  readonly lists: number;
  readonly rows: number;
  /** Rows that hold a control which acts. */
  readonly acting: number;
  /** What may tell how many are pending. */
  readonly counters: readonly string[];
  readonly viewer: Viewer;
  readonly scripts: readonly string[];
}

export interface SurveyWish {
  readonly layouts: Marks["layouts"];
  readonly list: string;
  readonly withScripts: boolean;
}

export function survey(kit: Kit, wish: SurveyWish): Survey {
  const main = kit.main();
  const rows = kit.rows();
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what scripts and styles hold
  const text = document.body?.innerText ?? "";
  const has = (selector: string) => selector !== "" && document.querySelector(selector) !== null;
  return {
    url: location.href,
    title: document.title,
    language: document.documentElement.lang,
    ready: document.readyState === "complete",
    hasMain: main !== null,
    textLength: text.trim().length,
    text: text.trim().length < 4000 ? text : "",
    signInForm: [...document.querySelectorAll('input[type="password"], form[action*="login-submit"]')].some(
      kit.shown,
    ),
    accountPicker: document.querySelector("#rememberme-div button") !== null,
    signInLinks: [
      ...document.querySelectorAll(
        'a[href*="/login"], a[href*="/uas/"], a[href*="/signup"], a[href*="/authwall"]',
      ),
    ].some((link) => !/logout/i.test(link.getAttribute("href") ?? "") && kit.shown(link)),
    captcha: kit.captcha(),
    screens: [...document.querySelectorAll("[data-sdui-screen]")].map(
      (e) => e.getAttribute("data-sdui-screen") ?? "",
    ),
    layouts: wish.layouts.filter(({ mark }) => has(mark)).map(({ name }) => name),
    lists: wish.list === "" ? 0 : document.querySelectorAll(wish.list).length,
    rows: rows.length,
    acting: rows.filter((row) => kit.controls(row).some(kit.acts)).length,
    counters: kit.counters(),
    viewer: kit.viewer(),
    scripts: wish.withScripts
      ? [...document.querySelectorAll("script:not([src]), code")]
          .map((e) => e.textContent ?? "")
          .filter((t) => t.length < 8e6)
      : [],
  };
}
