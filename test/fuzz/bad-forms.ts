// Forms that nobody may be allowed: one field of a good form is broken, or names what belongs to others.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { looksLikeId } from './bad-values.ts';

type Fields = Record<string, string>;

/** Ids that a form may leave empty. */
const emptyIds = new Set(['bringer', 'after']);
/** Fields that a form may leave empty. */
const emptyTexts = new Set(['purpose', 'about', 'help']);
const letters = (count: number) => 'x'.repeat(count);
const tooLong = fc.constantFrom(letters(9_000), '🦊'.repeat(9_000), `${letters(8_200)}\n`);
const odd = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\u202e',
  '🧑‍🤝‍🧑',
  '[object Object]',
  "'; drop table person; --",
  '__proto__',
  '{}',
);
const wrong = {
  id: fc.oneof(odd, fc.string({ maxLength: 60 }), fc.constant(randomUUID().toUpperCase())),
  fullId: fc.constantFrom('null', '[object Object]', randomUUID().toUpperCase(), `${randomUUID()}0`),
  number: fc.oneof(odd, fc.constantFrom('-1', '1.5', '1e9', '9999999999', 'NaN', 'Infinity', '0x10')),
  date: fc.oneof(odd, fc.constantFrom('2027-02-30', '27-1-1', '2027-13-01', 'tomorrow', '2027-05-04T10:00')),
  time: fc.oneof(odd, fc.constantFrom('24:00', '7', '17:60', 'noon', '17.00')),
  address: fc.oneof(odd, fc.constantFrom('name', 'a@b@c', 'name@', '@example.org', 'a b@example.org')),
  text: fc.constantFrom('', ' \n ', '\u0000\u0001'),
};

function badFor(name: string, good = ''): fc.Arbitrary<string> {
  if (looksLikeId(good as unknown)) return fc.oneof(tooLong, emptyIds.has(name) ? wrong.fullId : wrong.id);
  if (/^\d+$/.test(good)) return fc.oneof(tooLong, wrong.number);
  if (/^\d{4}-\d\d-\d\d$/.test(good)) return fc.oneof(tooLong, wrong.date);
  if (/^\d\d:\d\d$/.test(good)) return fc.oneof(tooLong, wrong.time);
  if (good.includes('@')) return fc.oneof(tooLong, wrong.address);
  return emptyTexts.has(name) || !good ? tooLong : fc.oneof(tooLong, wrong.text);
}

/** `read`: the fields that are looked at. `others`: ids of another circle's things. `intents`: how many forms a page has. */
type Ground = { read: readonly string[]; others: readonly string[]; intents: number };

/** Bad forms out of a good one. A page with one form does not ask which it is. */
export function badForms(good: Fields, { read, others, intents }: Ground): fc.Arbitrary<Fields> {
  const broken = read.map((name) => badFor(name, good[name]).map((value) => ({ ...good, [name]: value })));
  const ids = others.length > 0 ? [...others, randomUUID()] : [];
  const named = read
    .filter((name) => looksLikeId(good[name]) && !makes.has(name))
    .flatMap((name) => ids.map((id) => fc.constant({ ...good, [name]: id })));
  const noIntent = fc
    .constantFrom('', 'nothing', '__proto__', 'constructor', letters(5_000))
    .map((intent) => ({ ...good, intent }));
  return fc.oneof(...broken, ...named, ...(intents > 1 ? [noIntent] : []));
}

/** What a form makes is new, so nobody else's thing stands behind its id. */
const makes = new Set(['id', 'item', 'message', 'items', 'commandId']);
