// Commands that nobody may be allowed: broken in one place, about somebody else's things, or too late.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { everyCommand } from '#test/harness/every-command.ts';
import { badFor } from './bad-values.ts';

type Fields = Record<string, unknown>;
/** `request` as it is sent; `mayBeNothing`: to be told that there is nothing to do is as good as a refusal. */
export type BadRequest = { request: { room: unknown; id: unknown; command: unknown }; mayBeNothing: boolean };

/** What belongs to others; an item of our own that nobody has started; and the id of a command that was sent before. */
export type Known = { room: string; ids: string[]; stranger: string; item: string; sent: string };

/** Fields that may be left out. */
const optional = new Set(['help', 'floor.limit minutes']);
/** What a command makes: its id is new, so nobody else's thing stands behind it. */
const made: Record<string, string> = {
  'message.post': 'message',
  'item.propose': 'item',
  'decision.record': 'decision',
  'action.add': 'action',
};
/** No kinds at all, and kinds that are the house's own. */
const noKinds = ['', 'Message.post', '__proto__', 'meeting.plan', 'lead.assign', 'attendance.leave'];
const people = new Set(['person', 'to', 'owner', 'bringer']);
const things = new Set(['message', 'item', 'decision', 'action']);

/** Bad requests with one kind of command, to a room in which the sender may do everything. */
export function badRequests(kind: string, room: string, me: string, known: Known): fc.Arbitrary<BadRequest> {
  const good = () => ({ ...(everyCommand(me) as Record<string, Fields>)[kind] });
  const bad = (command: unknown, more: object = {}): BadRequest => ({
    request: { room, id: randomUUID(), command, ...more },
    mayBeNothing: false,
  });
  return fc.oneof(
    ...broken(good, bad),
    ...tooLate(good, bad, known),
    ...aboutOthers(kind, good, bad, known),
    badFor(randomUUID(), { mayBeEmpty: false }).map((id) => bad(good(), { id })),
    badFor(randomUUID(), { mayBeEmpty: false }).map((other) => bad(good(), { room: other })),
    fc.constant(bad(good(), { room: known.room })),
    fc.string({ minLength: 1, maxLength: 30 }).map((key) => bad({ ...good(), [`${key}!`]: 1 })),
    fc.constantFrom(...noKinds).map((other) => bad({ ...good(), kind: other })),
    badFor(1, { mayBeEmpty: false }).map((other) => bad(other)),
  );
}

type Good = () => Fields;
type Bad = (command: unknown, more?: object) => BadRequest;

/** One field after the other with what it can never hold. */
function broken(good: Good, bad: Bad): fc.Arbitrary<BadRequest>[] {
  return fieldsOf(good).map((key) =>
    badFor(good()[key], { mayBeEmpty: optional.has(key) || optional.has(`${good().kind} ${key}`) }).map(
      (value) => bad({ ...good(), [key]: value }),
    ),
  );
}

/** About people who do not belong, and things that are in another circle or nowhere. */
function aboutOthers(kind: string, good: Good, bad: Bad, known: Known): fc.Arbitrary<BadRequest>[] {
  return fieldsOf(good).flatMap((key) => {
    if (made[kind] === key) return [];
    const person = { ...bad({ ...good(), [key]: known.stranger }), mayBeNothing: true };
    if (people.has(key)) return [fc.constant(person)];
    if (!things.has(key)) return [];
    return [fc.constantFrom(...known.ids, randomUUID()).map((id) => bad({ ...good(), [key]: id }))];
  });
}

/** Against a clock that has moved on, and under an id that stands for something else. */
function tooLate(good: Good, bad: Bad, { item, sent }: Known): fc.Arbitrary<BadRequest>[] {
  const again = fc.constant(bad(good(), { id: sent }));
  if (!('rev' in good())) return [again];
  const stale = fc.integer({ min: 1, max: 1_000_000 }).map((rev) => bad({ ...good(), item, rev }));
  return [again, stale];
}

const fieldsOf = (good: Good) => Object.keys(good()).filter((key) => key !== 'kind');
