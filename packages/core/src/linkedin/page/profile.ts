import type { Aim } from "./aim.ts";
import type { Kit } from "./kit.ts";

/** A control of a profile that says "Pending" or "withdraw" anywhere; most that do are what we look for. */
export interface ProfileControl {
  /** Its accessible name, and its text as shown. */
  readonly name: string;
  readonly text: string;
  /** Not shown, or not to be pressed. */
  readonly dead: boolean;
  /** Whether it stands in the card of the person whose page it is. */
  readonly inCard: boolean;
  /** Raw hrefs of the profiles that are linked in the same list item. */
  readonly besides: readonly string[];
}

export interface ProfileShape {
  readonly url: string;
  readonly title: string;
  readonly ready: boolean;
  /** Texts of the main headings that are shown. */
  readonly headings: readonly string[];
  readonly controls: readonly ProfileControl[];
  /** How many controls the person's card shows, whatever they do; without a card, how many name the person. */
  readonly offers: number;
  /** Texts of links to profiles: names of other people, for the most part. */
  readonly people: readonly string[];
  /** Raw hrefs of the profiles that are linked in lists and beside the page: other people. */
  readonly linked: readonly string[];
  readonly dialogs: number;
  readonly captcha: boolean;
  readonly notices: readonly string[];
}

export function readProfile(kit: Kit): ProfileShape {
  const card = kit.topCard();
  const links = [...document.querySelectorAll('a[href*="/in/"]')];
  const aside = links.filter((link) => link.closest('aside, li, [role="listitem"]') !== null);
  const texts = links.map((link) => kit.clean(link.textContent)).filter((t) => t !== "" && t.length < 100);
  const titled = document.title.replace(/^\(\d+\+?\)\s*/, "").replace(/\s*\|.*$/, "");
  const concerns = (control: Element) =>
    card !== null || (titled !== "" && kit.name(control).includes(titled));
  return {
    url: location.href,
    title: document.title,
    ready: document.readyState === "complete",
    headings: kit.headings().map((heading) => kit.clean(heading.textContent)),
    controls: kit.pendingControls().map((control) => ({
      name: kit.name(control),
      text: kit.clean(control.textContent),
      dead: kit.dead(control),
      inCard: card?.contains(control) ?? false,
      besides: kit.besides(control),
    })),
    offers: kit.controls(card ?? document.body).filter((control) => !kit.dead(control) && concerns(control))
      .length,
    people: [...new Set(texts)],
    linked: [...new Set(aside.map((link) => link.getAttribute("href") ?? ""))],
    dialogs: kit.dialogs().length,
    captcha: kit.captcha(),
    notices: kit.notices(),
  };
}

/** Which controls were read as this person's, by name and text. */
export interface PendingTarget {
  readonly heading: string;
  readonly own: readonly { readonly name: string; readonly text: string }[];
  /** By name and text, the ones that were read and are nobody's Pending. */
  readonly idle: readonly { readonly name: string; readonly text: string }[];
}

/** Where to press the person's Pending, once more found on the page as it is now: the card's own first. */
export function aimAtPending(kit: Kit, target: PendingTarget): Aim {
  const texts = kit.headings().map((heading) => kit.clean(heading.textContent));
  if (!texts.every((text) => text === target.heading || text === "")) return { kind: "absent" };
  const among = (known: PendingTarget["own"], control: Element) =>
    known.some(({ name, text }) => name === kit.name(control) && text === kit.clean(control.textContent));
  const found = kit.pendingControls().filter((control) => !among(target.idle, control));
  if (found.length === 0) return { kind: "absent" };
  if (!found.every((control) => among(target.own, control)))
    return { kind: "ambiguous", count: found.length };
  const card = kit.topCard();
  const live = found.filter((control) => !kit.dead(control));
  const control = live.find((each) => card?.contains(each)) ?? live[0];
  if (control === undefined) return { kind: "dead" };
  control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const aim = kit.aimAt(control, null);
  if (aim.kind === "clear") kit.watchClick(control);
  else if (aim.kind === "covered") kit.makeRoom(control);
  return aim;
}
