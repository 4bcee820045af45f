import type { ListView } from "./layout.ts";
import { strangerCards } from "./v6/cards.ts";

/** On the received side cards like these were seen to fill an empty list (evidence §3); the sent side is inferred. */
function isEmpty(view: ListView): boolean {
  switch (view.screen) {
    case "pages":
      return true;
    case "sent":
      return view.total === 0;
    case "received":
      return view.people.length === 0;
  }
}

/** "People you may know", where the faults ask for them. */
export function suggestions(view: ListView): string {
  const { peopleYouMayKnow } = view.faults;
  const empty = isEmpty(view);
  const shown = peopleYouMayKnow === "always" || (peopleYouMayKnow === "when-empty" && empty);
  return shown ? strangerCards(view) : "";
}
