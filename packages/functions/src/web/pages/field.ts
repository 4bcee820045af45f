import { html } from "hono/html";
import type { Markup } from "./layout.ts";

/** What one field shows: the text exactly as it was typed, and what is wrong with it. */
export interface Shown {
  readonly value: string;
  readonly errors: readonly string[];
}

export interface FieldText {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** Label, hint and error come in this order and are tied to the control, so that they are also heard in it. */
function framed(text: FieldText, shown: Shown, control: Markup): Markup {
  return html`<div class="field${shown.errors.length === 0 ? "" : " wrong"}">
<label for="${text.name}">${text.label}</label>
${text.hint === undefined ? "" : html`<p class="hint" id="${text.name}-hint">${text.hint}</p>`}
${problem(text.name, shown)}
${control}
</div>`;
}

export function problem(name: string, shown: Shown): Markup | "" {
  if (shown.errors.length === 0) return "";
  return html`<p class="error" id="${name}-error"><span class="unseen">Error: </span>${shown.errors.map((error) => html`<span>${error}</span>`)}</p>`;
}

function described(text: FieldText, shown: Shown, unit: readonly string[] = []): Markup {
  const ids = [
    ...unit,
    ...(text.hint === undefined ? [] : [`${text.name}-hint`]),
    ...(shown.errors.length === 0 ? [] : [`${text.name}-error`]),
  ].join(" ");
  const about = ids === "" ? "" : html` aria-describedby="${ids}"`;
  return html`${about}${shown.errors.length === 0 ? "" : html` aria-invalid="true"`}`;
}

export function emailField(text: FieldText, shown: Shown): Markup {
  return framed(
    text,
    shown,
    html`<input id="${text.name}" name="${text.name}" type="email" autocomplete="email" spellcheck="false"
 autocapitalize="none" required value="${shown.value}"${described(text, shown)}>`,
  );
}

/** The six digits of a code: phones offer them from the mail, and show the keys for them. */
export function digitsField(text: FieldText, shown: Shown): Markup {
  return framed(
    text,
    shown,
    html`<input id="${text.name}" name="${text.name}" type="text" inputmode="numeric" autocomplete="one-time-code"
 maxlength="20" required autofocus value="${shown.value}"${described(text, shown)}>`,
  );
}

export interface NumberText extends FieldText {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly optional?: boolean;
}

/** A browser empties a number input that is given text, so what is no number is shown back in a text input. */
export function numberField(text: NumberText, shown: Shown): Markup {
  const type = /^-?\d*$/.test(shown.value) ? "number" : "text";
  return framed(
    text,
    shown,
    html`<div class="measure"><input id="${text.name}" name="${text.name}" type="${type}" inputmode="numeric"
 min="${text.min}" max="${text.max}" step="1" autocomplete="off"${text.optional ? "" : html` required`}
 value="${shown.value}"${described(text, shown, [`${text.name}-unit`])}><span id="${text.name}-unit">${text.unit}</span></div>`,
  );
}

export function linesField(text: FieldText, shown: Shown, rows: number): Markup {
  // The line break after the tag is dropped by the parser; without it one that was typed first would be.
  return framed(
    text,
    shown,
    html`<textarea id="${text.name}" name="${text.name}" rows="${rows}" spellcheck="false" autocomplete="off"
 autocapitalize="none"${described(text, shown)}>
${shown.value}</textarea>`,
  );
}

export function checkField(text: FieldText, shown: Shown): Markup {
  return html`<div class="field check${shown.errors.length === 0 ? "" : " wrong"}">
${problem(text.name, shown)}
<label for="${text.name}"><input id="${text.name}" name="${text.name}" type="checkbox" value="on"
${isOff(shown.value) ? "" : html` checked`}${described(text, shown)}>${text.label}</label>
${text.hint === undefined ? "" : html`<p class="hint" id="${text.name}-hint">${text.hint}</p>`}
</div>`;
}

function isOff(value: string): boolean {
  return ["", "off", "false", "no", "0"].includes(value.trim().toLowerCase());
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** A choice that we do not offer, but that was sent, is shown back as well: the error beside it is about it. */
export function selectField(text: FieldText, shown: Shown, groups: readonly ChoiceGroup[]): Markup {
  const option = ({ value, label }: Choice) =>
    html`<option value="${value}"${value === shown.value ? html` selected` : ""}>${label}</option>`;
  const known = groups.some(({ choices }) => choices.some(({ value }) => value === shown.value));
  const options = groups.map(({ label, choices }) =>
    label === ""
      ? html`${choices.map(option)}`
      : html`<optgroup label="${label}">${choices.map(option)}</optgroup>`,
  );
  return framed(
    text,
    shown,
    html`<select id="${text.name}" name="${text.name}"${described(text, shown)}>
${known ? "" : option({ value: shown.value, label: shown.value })}${options}</select>`,
  );
}
