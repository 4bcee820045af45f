import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/** What speaks up: by role anywhere, by its name only outside the list, where a search costs next to nothing. */
export function makeNotices(kit: Kit, _marks: Marks): Pick<Kit, "notices"> {
  return {
    notices: () => {
      const list = kit.main();
      const found = [...document.querySelectorAll('[role="alert"], [role="status"], [aria-live]')];
      const walk = (node: Element) => {
        if (node === list) return;
        const called = `${node.getAttribute("class") ?? ""} ${node.getAttribute("data-testid") ?? ""}`;
        if (/toast/i.test(called)) found.push(node);
        else for (const child of node.children) walk(child);
      };
      if (document.body !== null) walk(document.body);
      return found
        .filter(kit.shown)
        .map((notice) => kit.clean(notice.textContent).slice(0, 200))
        .filter((text) => text !== "");
    },
  };
}
