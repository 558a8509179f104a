import type { z } from 'zod';

/**
 * What a form says when it was not accepted: a sentence for the form or for its fields, and what was typed,
 * so that nothing has to be typed again.
 */
export type FormFault = { form?: string; fields: Record<string, string>; values: Record<string, string> };

/** Never sent back to the page, whatever was wrong. */
const secrets = ['password', 'newPassword', 'currentPassword', 'token'];

/** Reads every text field of a form; several of one name are joined as the last one. Files are left out. */
export function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
  return values;
}

/** Parses a form once, at the door. Answers the parsed form, or the fault with one sentence a field. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): { form: z.output<Schema> } | { fault: FormFault } {
  const values = valuesOf(form);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { form: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { fault: { fields, values: withoutSecrets(values) } };
}

/** The typed values that may go back to the page. */
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
}
