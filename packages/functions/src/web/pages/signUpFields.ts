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
import { type FieldName, labels } from "./labels.ts";
import type { Markup } from "./layout.ts";
import { timezoneGroups } from "./timezones.ts";

/** How to show the field of a name: as it was typed, or with its default. */
export type Show = (name: FieldName) => Shown;

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
  const hint =
    "For the weekly digest, what needs you at once, and codes to sign in. Nothing else. Every digest has a link that ends them.";
  return html`<fieldset><legend>You</legend>
${emailField({ ...named("email"), hint }, show("email"))}
</fieldset>`;
}

export function what(show: Show): Markup {
  return html`<fieldset><legend>What is withdrawn, and how fast</legend>
${number(show, limits.olderThanDays, {
  ...named("olderThanDays"),
  hint: "Only those that are certainly older. Where the age is unclear, the invitation stays.",
  unit: "days",
})}
${number(show, limits.perDay, {
  ...named("perDay"),
  hint: "In any 24 hours. Oldest first; the rest waits for the next day.",
  unit: "a day",
})}
${number(show, limits.noticeDays, {
  ...named("noticeDays"),
  hint: "A digest names each invitation this long before it is withdrawn. With 0, nothing is announced first.",
  unit: "days",
})}
</fieldset>`;
}

export function keep(show: Show): Markup {
  return html`<fieldset><legend>What is always kept</legend>
${linesField(
  {
    ...named("keepProfiles"),
    hint: "One profile link a line, as you copy it from LinkedIn: linkedin.com/in/ada-example",
  },
  show("keepProfiles"),
  4,
)}
${linesField(
  {
    ...named("keepWords"),
    hint: "One word or phrase a line. Whoever has one in their name or headline is kept.",
  },
  show("keepWords"),
  3,
)}
${checkField(named("keepWithNote"), show("keepWithNote"))}
</fieldset>`;
}

const rarer = { onlyWhenPendingOver: "0", keepNewest: "0", ignoreReceivedOlderThanDays: "" } as const;

/** What few members change: folded away, but open where one of them was changed, or is wrong. */
export function more(show: Show): Markup {
  const changed = Object.entries(rarer).some(([name, usual]) => {
    const { value, errors } = show(name as keyof typeof rarer);
    return value !== usual || errors.length > 0;
  });
  return html`<details class="more"${changed ? html` open` : ""}><summary>More rules, which most people leave alone</summary>
${number(show, limits.onlyWhenPendingOver, {
  ...named("onlyWhenPendingOver"),
  hint: "With 0, always.",
  unit: "pending invitations",
})}
${number(show, limits.newest, {
  ...named("keepNewest"),
  hint: "With 0, the newest are treated like all others.",
  unit: "invitations",
})}
<fieldset><legend>Invitations that others sent you</legend>
${number(show, limits.ignoreOlderThanDays, {
  ...named("ignoreReceivedOlderThanDays"),
  hint: "Leave this empty and Lapse does not touch them. People's only, within the same daily number and after the same notice. It never accepts one.",
  unit: "days",
  optional: true,
})}
</fieldset></details>`;
}

export function digest(show: Show): Markup {
  return html`<fieldset><legend>When the digest comes</legend>
<div class="row">
${selectField(named("digestDay"), show("digestDay"), days)}
${selectField(named("digestHour"), show("digestHour"), hours)}
</div>
${selectField({ ...named("timezone"), hint: "All hours are hours in this zone." }, show("timezone"), zones)}
</fieldset>`;
}

function named<Name extends FieldName>(name: Name) {
  return { name, label: labels[name] };
}

type NumberOf = Omit<NumberText, "min" | "max"> & { readonly name: FieldName };

function number(show: Show, [min, max]: readonly [number, number], text: NumberOf): Markup {
  return numberField({ ...text, min, max }, show(text.name));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
