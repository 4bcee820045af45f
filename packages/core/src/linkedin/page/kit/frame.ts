import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

export function makeFrame(
  _kit: Kit,
  { purpose }: Marks,
): Pick<Kit, "purpose" | "main" | "scope" | "shown" | "clean" | "captcha" | "framed"> {
  const frame = 'aside, nav, footer, header, dialog, [role="dialog"], [role="alertdialog"]';
  const main = () =>
    document.querySelector("main#workspace") ??
    document.querySelector("main") ??
    document.querySelector('[role="main"]');
  return {
    purpose,
    main,
    scope: () => main() ?? document.body,
    shown: (element) => element.checkVisibility({ visibilityProperty: true }),
    clean: (text) => (text ?? "").replace(/\s+/g, " ").trim(),
    captcha: () =>
      document.querySelector("#captcha-internal") !== null ||
      [...document.querySelectorAll("iframe")].some(
        (e) => /arkoselabs|funcaptcha|captcha/i.test(e.src + e.title) && e.checkVisibility(),
      ),
    framed: (element) => element.closest(frame) !== null,
  };
}
