import { count } from "@lapse/core/wording/count";
import { visible } from "@lapse/core/wording/printable";
import { type Found, isAddress, type Leaver } from "./find.ts";

/** Enough to tell one member from another: whoever was named by an id is not shown with the whole address. */
export function leaverInWords({ id, email, named }: Leaver): string {
  if (isAddress(named)) return `${named} (${id})`;
  return `${id} (${email === null ? "the record cannot be read" : halfHidden(email)})`;
}

function halfHidden(email: string): string {
  const at = email.lastIndexOf("@");
  return visible(`${[...email][0] ?? ""}…${email.slice(at)}`);
}

/** What is about to happen, line by line. */
export function foundInWords({ leavers, unknown, unreadable }: Found): readonly string[] {
  const missed = unknown.some(isAddress) ? unreadable : 0;
  return [
    ...(leavers.length === 0
      ? []
      : [`to be deleted, with everything that is stored about them: ${count(leavers.length, "member")}`]),
    ...leavers.map((leaver) => `  ${leaverInWords(leaver)}`),
    ...unknown.map((named) => `no member: ${named}`),
    ...(missed === 0
      ? []
      : [`${count(missed, "record")} cannot be read, and no address looked for there: use the id`]),
  ];
}
