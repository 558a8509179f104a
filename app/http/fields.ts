import { z } from 'zod';
import { readAddress } from '#app/domain/people/address.ts';
import { knownTimeZone } from '#app/domain/people/time-zone.ts';
import { cleanLine, cleanText, lengthOf } from '#app/domain/people/typed-text.ts';

/**
 * The pieces that forms are parsed with. Each takes the text of one field and gives a clean value or one friendly
 * sentence; a field that was not sent counts as left empty.
 */
const pleaseFill = 'Please fill this in.';
const incomplete = 'This form is incomplete. Please open the page again.';

/** The text of a field; one that is missing counts as empty. */
const typed = z.string().default('');

function within(max: number) {
  return z
    .string()
    .refine((value) => lengthOf(value) <= max, `Please keep this to ${spoken(max)} characters.`);
}

function spoken(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}

/** One line that must not be empty, of at most `max` characters. */
export function line(max: number, ifEmpty = pleaseFill) {
  return typed.transform(cleanLine).pipe(within(max).min(1, ifEmpty));
}

/** One line that may be empty. */
export function optionalLine(max: number) {
  return typed.transform(cleanLine).pipe(within(max));
}

/** Several lines; may be empty. */
export function text(max: number) {
  return typed.transform(cleanText).pipe(within(max));
}

/** An id, as `house.newId()` makes them. */
export const uuid = z
  .string(incomplete)
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, incomplete);

/** The name of a sign-in, as the table of sign-ins has it. */
export const signInId = z.string(incomplete).regex(/^[0-9a-f]{64}$/, incomplete);

/** A time zone by its IANA name, in its usual spelling. */
export const timeZone = typed.transform((value, context) => {
  const zone = knownTimeZone(value.trim());
  if (zone) return zone;
  context.addIssue('Please choose a time zone from the list.');
  return z.NEVER;
});

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number) {
  const sentence = `Please choose a whole number from ${spoken(min)} to ${spoken(max)}.`;
  return typed
    .transform((value) => (/^-?\d{1,9}$/.test(value.trim()) ? Number(value.trim()) : Number.NaN))
    .pipe(z.number(sentence).int(sentence).min(min, sentence).max(max, sentence));
}

/** A day as `2026-11-26`, which must exist. */
export const localDate = typed
  .transform((value) => value.trim())
  .pipe(z.string().refine(isDay, 'Please choose a day, such as 2026-11-26.'));

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A time of day as `18:00`; seconds, which some browsers send, are dropped. */
export const localTime = typed
  .transform((value) => value.trim().replace(/^(\d\d:\d\d):\d\d(\.\d+)?$/, '$1'))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please choose a time, such as 18:00.'));

/** One of the given answers. */
export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  ifNone = 'Please choose one of these.',
) {
  return z.enum(values, ifNone);
}

/** One of the given answers, or none (null). */
export function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  const empty = z.literal('').transform(() => null);
  return z.union([empty, z.enum(values)], 'Please choose one of these.').default(null);
}

/** A checkbox: ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** A mail address, in lower case. */
export const email = typed.transform((value, context) => {
  const address = readAddress(value);
  if (address) return address;
  context.addIssue('Please enter a mail address, such as name@example.org.');
  return z.NEVER;
});

/** A password as typed, when it is compared with a known one. The rules for new ones are in `domain/people`. */
export const password = z
  .string('Please enter your password.')
  .min(1, 'Please enter your password.')
  .refine((value) => lengthOf(value) <= 1024, 'That is too long for a password.');

/** A new password; whether it is a good one is decided where name and address are known too. */
export const newPassword = z
  .string('Please choose a password.')
  .min(1, 'Please choose a password.')
  .refine((value) => lengthOf(value) <= 1024, 'Please keep this to 256 characters.');
