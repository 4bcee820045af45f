import type { FormFields } from "@lapse/core/member/policyForm";
import type { Context } from "hono";

/** The fields of a sent form, or of a query; one that came several times is a list. Files are left out. */
export async function formFields(context: Context): Promise<FormFields> {
  if (context.req.method === "GET") return context.req.queries();
  const fields = new Map<string, string[]>();
  for (const [name, value] of await sent(context)) {
    if (typeof value === "string") fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(fields);
}

/** What is no form has no fields: the answer then names what is missing. */
async function sent(context: Context): Promise<Iterable<[string, unknown]>> {
  const type = context.req.header("content-type") ?? "";
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return [];
  try {
    return (await context.req.formData()).entries();
  } catch (fault) {
    if (fault instanceof TypeError) return [];
    throw fault;
  }
}
