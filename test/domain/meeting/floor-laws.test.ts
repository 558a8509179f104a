/** The promise of the floor: nobody with a hand up waits longer than everyone else's one turn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  endTurn,
  type Floor,
  floorOrders,
  giveFloor,
  isHandUp,
  newItem,
  raiseHand,
  setAway,
  speakingQueue,
} from '#app/domain/meeting/floor.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';

const people = ['ada', 'ben', 'cleo', 'dov', 'eve', 'finn'];
const talker = fc.constantFrom(...people);

type Happening =
  | { what: 'raise' | 'leave' | 'come'; who: string }
  | { what: 'next' | 'end' | 'item' }
  | { what: 'order'; order: (typeof floorOrders)[number] };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ what: fc.constant('raise' as const), who: talker }) },
  { weight: 10, arbitrary: fc.record({ what: fc.constant('next' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('end' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('item' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom('leave' as const, 'come' as const), who: talker }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('order' as const), order: fc.constantFrom(...floorOrders) }),
  },
);
const course = fc.array(fc.record({ happening, wait: fc.nat({ max: 2 }) }), { maxLength: 200, size: 'max' });

function apply(floor: Floor, { what, ...more }: Happening, now: number): Floor {
  const who = 'who' in more ? more.who : '';
  switch (what) {
    case 'raise':
      return isHandUp(floor, who) || floor.holder?.person === who ? floor : raiseHand(floor, who, now);
    case 'next': {
      const [next] = speakingQueue(floor);
      return next ? giveFloor(floor, next.person, now) : endTurn(floor, now);
    }
    case 'end':
      return endTurn(floor, now);
    case 'item':
      return newItem(endTurn(floor, now));
    case 'order':
      return 'order' in more ? { ...floor, order: more.order } : floor;
    default:
      return setAway(floor, who, what === 'leave');
  }
}

test('F1 F5 when the head of the queue always gets the floor, nobody waits longer than everyone else’s one turn', () => {
  let longest = 0;
  fc.assert(
    fc.property(course, (steps) => {
      let floor: Floor = emptyMeeting.floor;
      let now = 0;
      /** By who waits: how often each other person had the floor meanwhile, the turn that ran already included. */
      const waits = new Map<string, Map<string, number>>();
      for (const { happening, wait } of steps) {
        now += wait;
        const before = floor;
        floor = apply(floor, happening, now);
        const speaking = before.holder === floor.holder ? null : floor.holder?.person;
        for (const { person, away } of floor.hands) {
          if (!isHandUp(before, person))
            waits.set(person, new Map(floor.holder ? [[floor.holder.person, 1]] : []));
          else if (speaking) waits.get(person)?.set(speaking, (waits.get(person)?.get(speaking) ?? 0) + 1);
          // Whoever is out of the room is waited for by nobody.
          if (away) waits.delete(person);
          const turns = [...(waits.get(person)?.values() ?? [])];
          expect(Math.max(0, ...turns), `${person} waits`).toBeLessThanOrEqual(1);
          longest = Math.max(longest, turns.length);
        }
      }
    }),
    { numRuns: 1_000 },
  );
  expect(longest).toBe(people.length - 1);
});

test('F1 without anybody who spoke while others waited, the rank is the number of turns', () => {
  fc.assert(
    fc.property(fc.array(talker, { maxLength: 60 }), (speakers) => {
      let floor: Floor = emptyMeeting.floor;
      for (const [at, person] of speakers.entries()) {
        floor = endTurn(giveFloor(raiseHand(floor, person, at), person, at), at + 1);
        const raised = raiseHand(floor, person, at + 1).hands[0];
        expect(raised?.rank).toBe(floor.turns[person]);
      }
    }),
  );
});
