import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { evolve } from '#app/domain/meeting/evolve.ts';
import { fold, openFold } from '#app/domain/meeting/fold.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { openGrowingTalk, type Posted } from '#app/domain/talk/growing-talk.ts';
import { holdsLine } from '#app/domain/talk/line-ids.ts';
import { evolveTalk, type Message } from '#app/domain/talk/talk.ts';

const few = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const posted = fc
  .record({ message: few, thread: rarely(few) })
  .map(({ message, thread }): Omit<Posted, 'version' | 'at'> => {
    const words = { kind: 'message.posted' as const, message, text: `words of ${message}`, actor: 'ben' };
    return thread === undefined ? words : { ...words, thread };
  });
const numbered = <Event extends object>(events: Event[]) =>
  events.map((event, index) => ({ ...event, version: index + 1, at: index, command: null }));

test('K3 K4 K7 talk that grows in one list comes to the same as line by line, and touches nothing it began with', () => {
  fc.assert(
    fc.property(
      fc.array(posted, { maxLength: 40 }),
      fc.oneof(fc.constant(0), fc.nat(20)),
      fc.integer({ min: 1, max: 9 }),
      (said, at, tail) => {
        const events = numbered(said);
        const after = (count: number) =>
          events
            .slice(0, count)
            .reduce<readonly Message[]>((lines, event) => evolveTalk(lines, event, tail), []);
        const from = after(at);
        holdsLine(from, 'a');
        let talk = openGrowingTalk(from, tail);
        for (const [index, event] of events.entries()) {
          if (index < at) continue;
          // The next batch begins with what this one came to.
          if (index % 3 === 0) talk = openGrowingTalk(talk.lines(), tail);
          talk.add(event);
          expect(talk.lines()).toEqual(after(index + 1));
          for (const id of 'abcdefghij')
            expect(holdsLine(talk.lines(), id)).toBe(talk.lines().some((line) => line.id === id));
        }
        expect(from).toEqual(after(at));
      },
    ),
    { numRuns: 500 },
  );
});

test('a fold of many events comes to what each by itself does, words of every sort and other things in between', () => {
  const text = fc.constantFrom('one', 'two');
  const any = fc.oneof(
    { weight: 5, arbitrary: posted },
    fc
      .record({ kind: fc.constant('message.posted' as const), message: few, text: fc.constant(null) })
      .map((one) => ({
        ...{ ...one, hidden: true as const, sealed: 'sealed' },
      })),
    fc.record({ kind: fc.constant('message.edited' as const), message: few, text }),
    fc.record({ kind: fc.constant('message.retracted' as const), message: few }),
    fc.record({ kind: fc.constant('message.revealed' as const), lines: fc.dictionary(few, text) }),
    fc.record({ kind: fc.constant('seats.told' as const), seats: fc.constant(['ben', 'ada']) }),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (some) => {
      const events = numbered(some.map((event) => ({ actor: 'ben', ...event }))) as LoggedMeetingEvent[];
      const folding = openFold(emptyMeeting);
      let one = emptyMeeting;
      for (const event of events) {
        one = evolve(one, event);
        folding.take(event);
        expect(folding.state()).toEqual(one);
      }
      expect(fold(events)).toEqual(one);
      expect(emptyMeeting.messages).toEqual([]);
    }),
  );
});
