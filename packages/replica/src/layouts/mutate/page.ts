/**
 * The script of the mutations, as text in the head: `replicaMutations` is set in front of it. It acts before any
 * reader of the page can: the observer is called at the end of the task that changed the page. Only another
 * observer that was there before the document would be called first.
 */
declare const replicaMutations: readonly import("../../member/mutation.ts").ElementMutation[];
{
  const spared = "script, style, [data-r=config]";
  const whole = new Set(["HTML", "HEAD", "BODY"]);
  const inline = new Set(["A", "ABBR", "B", "BUTTON", "I", "IMG", "INPUT", "LABEL", "STRONG", "SVG", "TIME"]);
  /** What `change-value` made of an element's attributes: that is not changed again. */
  const changed = new WeakMap<Element, Map<string, string>>();
  /** Elements that were replaced while the parser still filled them, and what stands in their place. */
  const replaced = new Map<Element, Element>();

  const rotated = (text: string): string => {
    const letters = text.replace(/[a-z0-9]/gi, (c) => {
      if (c >= "0" && c <= "9") return String((Number(c) + 5) % 10);
      const first = c <= "Z" ? 65 : 97;
      return String.fromCharCode(((c.charCodeAt(0) - first + 13) % 26) + first);
    });
    return letters === text ? `${[...text].reverse().join("")}x` : letters;
  };
  const changeValue = (element: Element, name: string) => {
    const known = changed.get(element) ?? new Map<string, string>();
    const value = element.getAttribute(name);
    if (value === null || known.get(name) === value) return;
    known.set(name, rotated(value));
    changed.set(element, known);
    element.setAttribute(name, rotated(value));
  };
  const renameAttribute = (element: Element, name: string) => {
    const value = element.getAttribute(name);
    if (value === null || name.startsWith("data-x-")) return;
    element.setAttribute(`data-x-${name}`, value);
    element.removeAttribute(name);
  };
  const renameTag = (element: Element) => {
    if (whole.has(element.tagName) || changed.get(element)?.has(" tag") === true) return;
    const tag = inline.has(element.tagName.toUpperCase()) || element.tagName === "DIV" ? "span" : "div";
    const other = document.createElement(tag);
    for (const { name, value } of element.attributes) other.setAttribute(name, value);
    // A div that becomes a span keeps its place in the layout.
    if (element.tagName === "DIV" || element.tagName === "SPAN")
      other.style.display = getComputedStyle(element).display;
    if (element instanceof HTMLDialogElement && element.matches(":modal")) element.close();
    other.append(...element.childNodes);
    changed.set(other, new Map([[" tag", tag]]));
    element.replaceWith(other);
    if (document.readyState === "loading") {
      replaced.set(element, other);
      observer.observe(element, { childList: true });
    }
  };
  const removeText = (element: Element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      if (text.nodeValue !== "" && text.parentElement?.closest(spared) === null) text.nodeValue = "";
  };
  const apply = (element: Element, { change, attribute }: (typeof replicaMutations)[number]) => {
    const names = attribute === undefined ? element.getAttributeNames() : [attribute];
    for (const name of names.filter((other) => other !== "data-r")) {
      if (change === "remove-attribute") element.removeAttribute(name);
      if (change === "rename-attribute") renameAttribute(element, name);
      if (change === "change-value") changeValue(element, name);
    }
    if (change === "rename-tag") renameTag(element);
    if (change === "remove-text") removeText(element);
    if (change === "remove-element" && !whole.has(element.tagName)) element.remove();
  };
  const applyAll = () => {
    // The parser goes on filling the element that it opened.
    for (const [old, other] of replaced) other.append(...old.childNodes);
    for (const mutation of replicaMutations)
      for (const element of document.querySelectorAll(mutation.selector))
        if (!element.matches(spared)) apply(element, mutation);
  };
  const observer = new MutationObserver(() => {
    applyAll();
    // Our own changes are no news.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  document.addEventListener("DOMContentLoaded", () => {
    applyAll();
    replaced.clear();
    observer.takeRecords();
  });
}
