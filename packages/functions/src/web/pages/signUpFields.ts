import { weekdays } from "@lapse/core/policy/policy";
import { limits } from "@lapse/core/policy/schema";
import { html } from "hono/html";
import {
  checkField,
  emailField,
  linesField,
  type NumberText,
  numberField,
  type Shown,
  selectField,
} from "./field.ts";
import type { Markup } from "./layout.ts";
import { timezoneGroups } from "./timezones.ts";

/** How to show the field of a name: as it was typed, or with its default. */
export type Show = (name: string) => Shown;

const zones = timezoneGroups();
const days = [{ label: "", choices: weekdays.map((value) => ({ value, label: capital(value) })) }];
const hours = [
  {
    label: "",
    choices: Array.from({ length: 24 }, (_, hour) => ({
      value: String(hour),
      label: `${String(hour).padStart(2, "0")}:00`,
    })),
  },
];

export function who(show: Show): Markup {
  const hint = "For the weekly digest, and nothing else. Each one has a link that ends them.";
  return html`<fieldset><legend>You</legend>
${emailField({ name: "email", label: "Your email address", hint }, show("email"))}
</fieldset>`;
}

export function what(show: Show): Markup {
  return html`<fieldset><legend>What is withdrawn, and how fast</legend>
${number(show, limits.olderThanDays, {
  name: "olderThanDays",
  label: "Withdraw invitations older than",
  hint: "Only those that are certainly older. Where the age is unclear, the invitation stays.",
  unit: "days",
})}
${number(show, limits.perDay, {
  name: "perDay",
  label: "Withdraw at most",
  hint: "Withdrawals in any 24 hours. Oldest first; the rest waits for the next day.",
  unit: "a day",
})}
${number(show, limits.noticeDays, {
  name: "noticeDays",
  label: "Notice before each withdrawal",
  hint: "A digest names each invitation this long before it is withdrawn. With 0, nothing is announced first.",
  unit: "days",
})}
${number(show, limits.onlyWhenPendingOver, {
  name: "onlyWhenPendingOver",
  label: "Act only while I have more than",
  hint: "With 0, always.",
  unit: "pending invitations",
})}
</fieldset>`;
}

export function keep(show: Show): Markup {
  return html`<fieldset><legend>What is always kept</legend>
${linesField(
  {
    name: "keepProfiles",
    label: "People (optional)",
    hint: "One profile link a line, as you copy it from LinkedIn: linkedin.com/in/ada-example",
  },
  show("keepProfiles"),
  4,
)}
${linesField(
  {
    name: "keepWords",
    label: "Words (optional)",
    hint: "One word or phrase a line. Whoever has one in their name or headline is kept.",
  },
  show("keepWords"),
  3,
)}
${checkField({ name: "keepWithNote", label: "Keep every invitation that I sent with a note" }, show("keepWithNote"))}
${number(show, limits.newest, {
  name: "keepNewest",
  label: "Keep the newest",
  unit: "invitations",
})}
</fieldset>`;
}

export function received(show: Show): Markup {
  return html`<fieldset><legend>Invitations that others sent you</legend>
${number(show, limits.ignoreOlderThanDays, {
  name: "ignoreReceivedOlderThanDays",
  label: "Ignore those older than (optional)",
  hint: "Leave this empty and Lapse does not touch them.",
  unit: "days",
  optional: true,
})}
</fieldset>`;
}

export function digest(show: Show): Markup {
  return html`<fieldset><legend>When the digest comes</legend>
<div class="row">
${selectField({ name: "digestDay", label: "Day" }, show("digestDay"), days)}
${selectField({ name: "digestHour", label: "Around" }, show("digestHour"), hours)}
</div>
${selectField(
  { name: "timezone", label: "Time zone", hint: "All hours are hours in this zone." },
  show("timezone"),
  zones,
)}
</fieldset>`;
}

function number(
  show: Show,
  [min, max]: readonly [number, number],
  text: Omit<NumberText, "min" | "max">,
): Markup {
  return numberField({ ...text, min, max }, show(text.name));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
