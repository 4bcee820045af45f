import type { Context } from "hono";
import * as z from "zod";
import { memberNote } from "../pages/dashboard/memberNote.ts";
import { formFields } from "./form.ts";
import { isAdded } from "./queryFields.ts";

/** A field that may come once. What was cut in the middle of a character, or holds controls, was not typed here. */
export function once(most: number) {
  const text = z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed() && !/[\ufffd\p{Cc}]/u.test(value));
  return z.union([text, z.tuple([text]).transform(([only]) => only)]);
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

/** Something that cannot be done as things stand. */
export function refused(
  context: Context,
  title: string,
  sentence: string,
  status: 409 | 422 | 503 = 409,
): Promise<Response> | Response {
  return context.html(memberNote(title, sentence), status);
}
