import type { Kit } from "./kit.ts";

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
  readonly captcha: boolean;
  /** Values of `data-sdui-screen`. */
  readonly screens: readonly string[];
  readonly lazyColumns: number;
  readonly rows: number;
  /** Text of what links to the list of people among the sent invitations. */
  readonly counters: readonly string[];
  /** Raw hrefs to profiles in the page's frame (header, navigation), where one's own profile is linked. */
  readonly frameProfiles: readonly string[];
  readonly scripts: readonly string[];
}

export function survey(kit: Kit, withScripts: boolean): Survey {
  const main = kit.main();
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what scripts and styles hold
  const text = document.body?.innerText ?? "";
  const frames = [...document.querySelectorAll("iframe")];
  const captchaFrame = frames.some(
    (frame) =>
      /arkoselabs|funcaptcha|hcaptcha|recaptcha|captcha/i.test(frame.src + frame.title) &&
      frame.checkVisibility(),
  );
  const inFrame = 'header a[href*="/in/"], nav a[href*="/in/"], [role="banner"] a[href*="/in/"]';
  const inside = (link: Element) => main?.contains(link) ?? false;
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
    captcha: document.querySelector("#captcha-internal") !== null || captchaFrame,
    screens: [...document.querySelectorAll("[data-sdui-screen]")].map(
      (e) => e.getAttribute("data-sdui-screen") ?? "",
    ),
    lazyColumns: main?.querySelectorAll('[data-testid="lazy-column"]').length ?? 0,
    rows: kit.rows().length,
    counters: [...(main?.querySelectorAll('a[href*="/sent/CONNECTION"]') ?? [])]
      .filter(kit.shown)
      .map((e) => kit.clean(e.textContent)),
    frameProfiles: [...document.querySelectorAll(inFrame)]
      .filter((e) => !inside(e))
      .map((e) => e.getAttribute("href") ?? ""),
    scripts: withScripts
      ? [...document.querySelectorAll("script:not([src]), code")]
          .map((e) => e.textContent ?? "")
          .filter((t) => t.length < 8e6)
      : [],
  };
}
