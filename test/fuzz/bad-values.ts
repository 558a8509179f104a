// Values that can never be right in the place of a good one, told by what the good one looks like.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

const deep = (depth: number): unknown => (depth === 0 ? [] : { deeper: deep(depth - 1) });
const letters = (count: number) => 'x'.repeat(count);
const nasty = [
  '\u0000',
  '\u0007\u001b[31m',
  '\u202e',
  '🧑‍🤝‍🧑'.repeat(9),
  '\ud800',
  "'; drop table person; --",
  '<b>',
];

/** What is neither a string, nor a number, nor nothing. */
const shapes: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>([], {}, [[]], [null], true, false, deep(200)),
  fc.array(fc.integer(), { maxLength: 2_000 }),
  fc.dictionary(fc.string({ maxLength: 9 }), fc.anything({ maxDepth: 3 }), { maxKeys: 20 }),
  fc.constant(JSON.parse('{"__proto__": {"kind": "x"}, "constructor": {"prototype": 1}}')),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

const badId = fc.oneof(
  fc.constantFrom('', ' ', '0', 'null', letters(40_000), ...nasty),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(0, 1).map((more) => ` ${randomUUID().slice(more)}`),
  fc.integer(),
);

const badNumber = fc.constantFrom<unknown>('5', -1, 0.5, 1e12, -1e300, '');
/** Both arrive as nothing. */
const noNumber = fc.constantFrom(Number.NaN, null);
/** Nothing is left of them when they are cleaned, or too much. */
const badText = fc.constantFrom<unknown>(letters(40_000), '🦊'.repeat(15_000), 7, null);
const emptyText = fc.constantFrom('', ' \n\t ', '\u0000\u0001', '\u202e\u200b'.replace('\u200b', ''));
const badDay = fc.constantFrom<unknown>(
  '2026-02-30',
  '26-1-1',
  'tomorrow',
  letters(9_000),
  20261201,
  '2026-12-01T10:00',
);

export const looksLikeId = (good: unknown): good is string =>
  typeof good === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(good);

/** Bad values for one field. `mayBeEmpty`: a text or number that may be left out. */
export function badFor(good: unknown, { mayBeEmpty }: { mayBeEmpty: boolean }): fc.Arbitrary<unknown> {
  if (typeof good === 'number')
    return mayBeEmpty ? fc.oneof(shapes, badNumber) : fc.oneof(shapes, badNumber, noNumber);
  if (typeof good === 'boolean') return fc.oneof(fc.constantFrom<unknown>('true', 1, null, 'on'), badText);
  if (Array.isArray(good))
    return fc.oneof(badId, fc.constantFrom<unknown>({}, [7], [letters(99)], [[]], null));
  if (good === null || looksLikeId(good)) return fc.oneof(shapes, badId);
  if (/^\d{4}-\d\d-\d\d$/.test(String(good))) return fc.oneof(shapes, badDay);
  return mayBeEmpty ? fc.oneof(shapes, badText) : fc.oneof(shapes, badText, emptyText);
}
