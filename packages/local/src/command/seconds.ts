import { UsageError } from "./usage.ts";

/** A day: no command is given more time. */
export const longestBudget = 86_400;

/** Reads an option that is a number of seconds. Throws UsageError with the option, the value and the range. */
export function readSeconds(option: string, text: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(value) || value < least || value > most) {
    throw new UsageError(`${option} must be a number of seconds from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
