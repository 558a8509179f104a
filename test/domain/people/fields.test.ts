import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { backTo } from '#app/http/back.ts';
import {
  choice,
  email,
  line,
  localDate,
  localTime,
  newPassword,
  optionalChoice,
  optionalLine,
  password,
  text,
  ticked,
  timeZone,
  uuid,
  wholeNumber,
} from '#app/http/fields.ts';

function said(schema: z.ZodType, typed: unknown): unknown {
  const parsed = schema.safeParse(typed);
  return parsed.success ? { is: parsed.data } : parsed.error.issues[0]?.message;
}

const fruit = choice(['apple', 'pear']);

describe('form fields', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['line', line(5), ' a  b ', { is: 'a b' }],
    ['line at its end', line(5), '🪁🪁🪁🪁🪁', { is: '🪁🪁🪁🪁🪁' }],
    ['line too long', line(5), 'abcdef', 'Please keep this to 5 characters.'],
    ['line empty', line(5), '  ', 'Please fill this in.'],
    ['line not sent', line(5, 'Name?'), undefined, 'Name?'],
    ['optional line', optionalLine(5), undefined, { is: '' }],
    ['text', text(2000), ' a\r\nb ', { is: 'a\nb' }],
    ['text too long', text(2000), 'x'.repeat(2001), 'Please keep this to 2,000 characters.'],
    ['uuid', uuid, 'bb0e5f0e-0f3a-4a3c-9d5c-0a4a9d2f4c11', { is: 'bb0e5f0e-0f3a-4a3c-9d5c-0a4a9d2f4c11' }],
    ['uuid wrong', uuid, '7', 'This form is incomplete. Please open the page again.'],
    ['uuid not sent', uuid, undefined, 'This form is incomplete. Please open the page again.'],
    ['zone', timeZone, 'europe/paris', { is: 'Europe/Paris' }],
    ['zone wrong', timeZone, 'Paris', 'Please choose a time zone from the list.'],
    ['number', wholeNumber(1, 4), ' 4 ', { is: 4 }],
    ['number too large', wholeNumber(1, 4), '5', 'Please choose a whole number from 1 to 4.'],
    ['number broken', wholeNumber(1, 4), '2.5', 'Please choose a whole number from 1 to 4.'],
    ['number empty', wholeNumber(0, 4), '', 'Please choose a whole number from 0 to 4.'],
    ['number huge', wholeNumber(0, 4), '9'.repeat(400), 'Please choose a whole number from 0 to 4.'],
    ['day', localDate, '2028-02-29', { is: '2028-02-29' }],
    ['day that is none', localDate, '2027-02-29', 'Please choose a day, such as 2026-11-26.'],
    ['time', localTime, '18:00', { is: '18:00' }],
    ['time with seconds', localTime, '18:00:30.5', { is: '18:00' }],
    ['time that is none', localTime, '24:00', 'Please choose a time, such as 18:00.'],
    ['choice', fruit, 'pear', { is: 'pear' }],
    ['choice of none', fruit, 'plum', 'Please choose one of these.'],
    ['optional choice', optionalChoice(['a']), '', { is: null }],
    ['optional choice not sent', optionalChoice(['a']), undefined, { is: null }],
    ['optional choice wrong', optionalChoice(['a']), 'b', 'Please choose one of these.'],
    ['ticked', ticked, 'on', { is: true }],
    ['not ticked', ticked, undefined, { is: false }],
    ['address', email, ' A@Example.org', { is: 'a@example.org' }],
    ['address wrong', email, 'a', 'Please enter a mail address, such as name@example.org.'],
    ['password', password, ' as typed ', { is: ' as typed ' }],
    ['password too long', password, 'x'.repeat(1025), 'That is too long for a password.'],
    ['new password empty', newPassword, '', 'Please choose a password.'],
  ])('%s', (_, schema, typed, expected) => {
    expect(said(schema, typed)).toEqual(expected);
  });

  test.each([
    ['/circles/7?tab=1', '/circles/7?tab=1'],
    ['/invitation', '/invitation'],
    [null, '/today'],
    ['', '/today'],
    ['circles', '/today'],
    ['//evil.example', '/today'],
    ['/\\evil.example', '/today'],
    ['/\t/evil.example', '/today'],
    ['/a\\..\\b', '/today'],
    ['/.//evil.example', '/today'],
    ['/..//evil.example', '/today'],
    ['https://evil.example', '/today'],
    ['javascript:alert(1)', '/today'],
    [`/${'a'.repeat(600)}`, '/today'],
  ])('goes back to %j', (asked, path) => {
    expect(backTo(asked)).toBe(path);
  });
});
