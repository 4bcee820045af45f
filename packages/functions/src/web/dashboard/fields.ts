import { groupNames } from "@lapse/core/dashboard/item";
import type { Context } from "hono";
import * as z from "zod";
import { formFields } from "../border/form.ts";
import { isAdded } from "../border/queryFields.ts";
import { memberNote } from "../pages/dashboard/memberNote.ts";

/** A field that may come once. What was cut in the middle of a character, or holds controls, was not typed here. */
export function once(most: number) {
  const text = z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed() && !/[\ufffd\p{Cc}]/u.test(value));
  return z.union([text, z.tuple([text]).transform(([only]) => only)]);
}

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

/** The fields of the address; null where one is unknown, too long, repeated, or not what it must be. */
export function queryIn<Schema extends z.ZodType>(context: Context, schema: Schema): z.output<Schema> | null {
  const fields = Object.entries(context.req.queries()).filter(([name]) => !isAdded(name));
  const parsed = schema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}

/** The same of a sent form. */
export async function formIn<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const parsed = schema.safeParse(await formFields(context));
  return parsed.success ? parsed.data : null;
}

/** The answer to fields that no page of ours sends. */
export function unreadable(context: Context): Promise<Response> | Response {
  const sentence =
    "A field of it is missing, unknown, repeated, too long or not readable. Nothing was changed. Go back and try again.";
  return context.html(memberNote("Lapse cannot read that form", sentence), 422);
}

/** For every invitation that is not this member's to act on, whatever the cause. */
export function noSuchInvitation(context: Context): Promise<Response> | Response {
  const sentence = "It may have been answered or withdrawn meanwhile. Nothing was changed.";
  return context.html(memberNote("There is no such invitation in your list", sentence), 404);
}

/** Something that cannot be done as things stand. */
export function refused(
  context: Context,
  title: string,
  sentence: string,
  status: 409 | 422 | 503 = 409,
): Promise<Response> | Response {
  return context.html(memberNote(title, sentence), status);
}
