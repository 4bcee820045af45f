import { escaped } from "../layouts/markup.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Rule } from "../member/rules.ts";
import { choices, languageChoices, layoutChoices, pills, ruleFields, switches } from "./fields.ts";

/** The switches of one member, showing what is set now. */
export function faultForm(member: ReplicaMember): string {
  const { faults } = member;
  const rules = Object.entries(ruleFields).map(([name, { label, faults: known }]) =>
    ruleField(name, label, known, faults[name as keyof typeof ruleFields][0]),
  );
  const selects = Object.entries(choices).map(([name, { label, values }]) =>
    select(name, label, values, faults[name as keyof typeof choices]),
  );
  const boxes = Object.entries(switches).map(([name, label]) =>
    box(name, label, faults[name as keyof typeof switches]),
  );
  const pill = typeof faults.pill === "string" ? faults.pill : "1.2K";
  const delay = faults.dialog.map(({ fault }) => (typeof fault === "object" ? fault.delayMs : 0));
  const latency = typeof faults.latency.page === "number" ? faults.latency.page : 0;
  return (
    `<form method="post" action="/replica/members/${encodeURIComponent(member.slug)}/faults">` +
    `${rules.join("")}<div class="fields">${selects.join("")}${select("pill", "Counter", pills, pill)}` +
    `${select("layout", "Layout", layoutChoices, faults.layout ?? "")}` +
    `${select("language", "Language", languageChoices, faults.language ?? "")}` +
    `${number("hydrationMs", "Hydration, ms", faults.hydrationMs)}${number("latencyMs", "Latency, ms", latency)}` +
    `${number("dialogDelayMs", "Dialog comes after, ms", Math.max(0, ...delay))}` +
    `<label>Dead Withdraw controls, slugs <input name="deadControls" value="${escaped(faults.deadControls.join(" "))}"></label></div>` +
    `<div class="fields">${boxes.join("")}` +
    box("autoSwitchReceived", "Jumps to Received after a withdrawal", faults.autoSwitchReceived.length > 0) +
    `${box("noIdentity", "No link to the own profile", faults.identity === "none")}</div>` +
    "<button>Set faults</button></form>"
  );
}

function ruleField(
  name: string,
  label: string,
  known: readonly string[],
  rule: Rule<string | object> | undefined,
): string {
  const set = typeof rule?.fault === "string" ? rule.fault : "";
  return (
    `<fieldset class="fields"><legend>${escaped(label)}</legend>${select(name, "answer", ["", ...known], set)}` +
    number(`${name}From`, "from number", rule?.from ?? 1) +
    `${number(`${name}Times`, "times (0: for ever)", Number.isFinite(rule?.times) ? (rule?.times ?? 0) : 0)}</fieldset>`
  );
}

function select(name: string, label: string, values: readonly string[], set: string): string {
  const options = values.map(
    (value) =>
      `<option value="${escaped(value)}"${value === set ? " selected" : ""}>${escaped(value === "" ? "as usual" : value)}</option>`,
  );
  return `<label>${escaped(label)} <select name="${name}">${options.join("")}</select></label>`;
}

const number = (name: string, label: string, value: number) =>
  `<label>${escaped(label)} <input name="${name}" type="number" min="0" value="${value}"></label>`;

const box = (name: string, label: string, set: boolean) =>
  `<label><input name="${name}" type="checkbox"${set ? " checked" : ""}> ${escaped(label)}</label>`;
