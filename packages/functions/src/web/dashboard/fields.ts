import { groupNames } from "@lapse/core/dashboard/item";
import type { Context } from "hono";
import * as z from "zod";
import { once } from "../border/fields.ts";
import { memberNote } from "../pages/dashboard/memberNote.ts";

/** An invitation's key: its id, or its profile, which has at most 500 characters. */
export const keyField = once(600).refine((key) => key !== "");

/** Which part of the dashboard is looked at. */
export const placeFields = {
  q: once(100).optional(),
  state: once(20).pipe(z.enum(groupNames)).optional(),
  page: once(4)
    .pipe(z.string().regex(/^[1-9]\d{0,3}$/))
    .transform(Number)
    .optional(),
};

export const placeSchema = z.strictObject(placeFields);

export interface Place {
  readonly q: string;
  readonly state: (typeof groupNames)[number] | null;
  /** From 1. */
  readonly page: number;
}

export function placeOf({ q, state, page }: z.output<typeof placeSchema>): Place {
  return { q: (q ?? "").trim(), state: state ?? null, page: page ?? 1 };
}

/** The address of the dashboard at a place; `done` is what was just done, for the sentence on top. */
export function dashboardAt({ q, state, page }: Place, done?: string): string {
  const query = new URLSearchParams({
    ...(q === "" ? {} : { q }),
    ...(state === null ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(done === undefined ? {} : { done }),
  });
  return query.size === 0 ? "/dashboard" : `/dashboard?${query}`;
}

/** For every invitation that is not this member's to act on, whatever the cause. */
export function noSuchInvitation(context: Context): Promise<Response> | Response {
  const sentence = "It may have been answered or withdrawn meanwhile. Nothing was changed.";
  return context.html(memberNote("There is no such invitation in your list", sentence), 404);
}
