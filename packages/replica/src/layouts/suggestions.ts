import type { ListView } from "./layout.ts";
import { strangerCards } from "./v6/cards.ts";

/** "People you may know", where the faults ask for them. */
export function suggestions(view: ListView): string {
  const { peopleYouMayKnow } = view.faults;
  const empty = view.screen === "pages" || (view.screen === "sent" && view.total === 0);
  const shown = peopleYouMayKnow === "always" || (peopleYouMayKnow === "when-empty" && empty);
  return shown ? strangerCards(view) : "";
}
