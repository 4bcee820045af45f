import { addressOfSlug, type ProfileAddress } from "../../../src/invitation/profile.ts";
import type { ProfileControl, ProfileShape } from "../../../src/linkedin/page/profile.ts";
import type { PagePerson } from "../../../src/linkedin/profile/person.ts";

export function address(slug: string): ProfileAddress {
  const found = addressOfSlug(slug);
  if (found === null) throw new TypeError(`${slug} is no slug`);
  return found;
}

export function ada(more: Partial<PagePerson> = {}): PagePerson {
  return { name: "Ada Example", addresses: [address("ada-example")], entry: null, ...more };
}

/** A profile as it is shown, with nothing on it but its heading. */
export function shapeOf(more: Partial<ProfileShape> = {}): ProfileShape {
  return {
    url: "https://www.linkedin.com/in/ada-example/",
    title: "Ada Example | LinkedIn",
    ready: true,
    headings: ["Ada Example"],
    controls: [],
    offers: 2,
    people: [],
    linked: [],
    dialogs: 0,
    captcha: false,
    notices: [],
    ...more,
  };
}

/** A control with a name of its own, or with its text alone. */
export function control(text: string, name = text, more: Partial<ProfileControl> = {}): ProfileControl {
  return { name, text, dead: false, inCard: true, besides: [], ...more };
}

export function pendingOf(name: string, more: Partial<ProfileControl> = {}): ProfileControl {
  return control("Pending", `Pending, click to withdraw invitation sent to ${name}`, more);
}
