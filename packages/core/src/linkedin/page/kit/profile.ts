import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/** What only a profile has: the card of the person it is about, and the controls that say "Pending". */
export function makeProfile(
  kit: Kit,
  marks: Marks,
): Pick<Kit, "headings" | "topCard" | "pendingControls" | "besides"> {
  const words = new RegExp(marks.actWords, "iu");
  const apart = "aside, nav, footer, dialog, [role=dialog], [role=alertdialog]";
  const says = (text: string) => text.length <= 300 && words.test(text.normalize("NFC"));
  const headings = () =>
    [...(kit.scope()?.querySelectorAll("h1") ?? [])].filter(
      (heading) => kit.shown(heading) && heading.closest(apart) === null,
    );
  return {
    headings,
    topCard: () => {
      const found = headings().filter((each) => kit.clean(each.textContent) !== "");
      const [heading] = found;
      // A header that sticks may say the name once more.
      const one = new Set(found.map((each) => kit.clean(each.textContent))).size === 1;
      if (heading === undefined || !one) return null;
      const section = heading.closest("section, article, [role=region]");
      if (section !== null) return section;
      // Of a card without a frame of its own nobody can see where it ends, but by what cannot be part of one.
      const beyond = "h2, h3, section, article, aside, ul, ol, li, [role=list], [role=listitem]";
      let card: Element = heading;
      for (let up = heading.parentElement; up !== null && up !== kit.scope(); up = up.parentElement) {
        if (up.querySelector(beyond) !== null || up.querySelectorAll("h1").length > 1) break;
        card = up;
      }
      return card;
    },
    // Also those that are hidden at the moment: a header that sticks is there before it is seen.
    pendingControls: () =>
      kit
        .controls(document.body)
        .filter(
          (control) =>
            control.closest("dialog, [role=dialog], [role=alertdialog]") === null &&
            (says(kit.name(control)) || says(kit.clean(control.textContent))),
        ),
    besides: (control) =>
      [...(control.closest('li, [role="listitem"]')?.querySelectorAll('a[href*="/in/"]') ?? [])].map(
        (link) => link.getAttribute("href") ?? "",
      ),
  };
}
