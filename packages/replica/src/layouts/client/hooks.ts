/**
 * The page's own wiring: `data-r="<role>"` or `data-r="<role>:<key>"`. Nothing that belongs to the imitated page is
 * relied on, and no element is held for long, so that the page works however its markup is changed.
 */
export interface Hook {
  readonly element: Element;
  readonly role: string;
  readonly key: string;
}

export const hooked = <E extends Element = HTMLElement>(role: string, key?: number | string): E | null =>
  document.querySelector<E>(`[data-r="${key === undefined ? role : `${role}:${key}`}"]`);

export const allHooked = (role: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-r="${role}"]`),
];

/** The innermost hook around what an event met. */
export function hookOf(event: Event): Hook | null {
  const target = event.composedPath()[0];
  const element = target instanceof Element ? target.closest("[data-r]") : null;
  if (element === null) return null;
  const [role = "", ...key] = (element.getAttribute("data-r") ?? "").split(":");
  return { element, role, key: key.join(":") };
}

/** The nearest element around this one that has the role. */
export const around = (element: Element, role: string): HTMLElement | null =>
  element.closest<HTMLElement>(`[data-r="${role}"], [data-r^="${role}:"]`);
