/** What holds for every life of a meeting, whatever people do. The numbers are the rules'. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { isHidden, maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import { permissionsOf } from '#app/domain/meeting/may.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { refusals } from '#app/domain/refusal.ts';
import { life, live } from './meeting-arbitrary.ts';
import { circle, play } from './meeting-builder.ts';

const runs = { numRuns: 150 };

/** What one reader's browser gets: everybody's events masked, its own hidden ones from the acknowledgement. */
const asSeenBy = (reader: string) => (event: LoggedMeetingEvent) =>
  isHidden(event) && event.actor === reader ? event : maskEvent(event);

test('nothing throws or changes what it was given, a refusal is of the closed list and changes nothing, versions have no gaps', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { log, happened } = live(random);
      for (const { before, after, refused } of happened) {
        if (refused) expect(Object.keys(refusals)).toContain(refused.refused);
        if (refused) expect(after).toBe(before);
      }
      expect(log.map((event) => event.version)).toEqual(log.map((_, index) => index + 1));
    }),
    runs,
  );
});

test('the log in frames of any size, from any snapshot on, gives the same state', () => {
  fc.assert(
    fc.property(life, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (random, sizes) => {
      const { log, state } = live(random);
      let folded = emptyMeeting;
      for (let from = 0, turn = 0; from < log.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        folded = fold(log.slice(from, from + size), folded);
        from += size;
      }
      expect(folded).toEqual(state);
      expect(folded.version).toBe(log.length);
    }),
    runs,
  );
});

test('state and events are plain data: a trip through JSON changes nothing', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { log, state } = live(random);
      expect(JSON.parse(JSON.stringify(log))).toStrictEqual(log);
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    }),
    runs,
  );
});

test('V2 a browser that applies masked frames and its own acknowledged votes holds exactly its masked state', () => {
  fc.assert(
    fc.property(life, fc.constantFrom(...circle, 'eve'), fc.nat(), (random, reader, cut) => {
      const { log, state } = live(random);
      const seen = log.map(asSeenBy(reader));
      expect(fold(seen)).toEqual(maskState(state, reader));
      const at = cut % (log.length + 1);
      const snapshot = maskState(fold(log.slice(0, at)), reader);
      expect(fold(seen.slice(at), snapshot)).toEqual(maskState(state, reader));
    }),
    runs,
  );
});

test('V2 no masked event tells a dot, and no masked state another person’s', () => {
  fc.assert(
    fc.property(life, fc.constantFrom(...circle, 'eve'), (random, reader) => {
      const { log, happened } = live(random);
      for (const event of log.map(maskEvent)) {
        if (event.kind === 'vote.cast') expect([event.item, event.dots]).toEqual([null, null]);
      }
      for (const { after } of happened) {
        const { dots, tally, open } = maskState(after, reader).voting;
        expect(Object.keys(dots).filter((person) => person !== reader)).toEqual([]);
        if (open) expect(tally).toBeNull();
      }
    }),
    runs,
  );
});

test('V2 what others see does not depend on what was voted for, until voting closes', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { log } = live(random);
      const closed = log.findIndex((event) => event.kind === 'voting.closed');
      const open = closed === -1 ? log : log.slice(0, closed);
      const elsewhere = open.map((event) =>
        event.kind === 'vote.cast' && event.actor !== 'dov' ? { ...event, item: 'other', dots: 1 } : event,
      );
      expect(maskState(fold(elsewhere), 'dov')).toEqual(maskState(fold(open), 'dov'));
    }),
    runs,
  );
});

test('V1 nobody ever holds more than three dots on listed items, or two on one', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { after } of live(random).happened) {
        const listed = new Set(after.items.filter((item) => !item.withdrawn).map((item) => item.id));
        for (const mine of Object.values(after.voting.dots)) {
          const counted = Object.entries(mine).filter(([item]) => listed.has(item));
          expect(counted.reduce((sum, [, dots]) => sum + dots, 0)).toBeLessThanOrEqual(3);
          for (const [, dots] of counted) expect([1, 2]).toContain(dots);
        }
      }
    }),
    runs,
  );
});

test('M5 clicking twice never has a second effect', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { after, actor, command, at, events } of live(random).happened) {
        if (events.length === 0) continue;
        const again = play(after, actor, command, at);
        expect(again.events, JSON.stringify(command)).toEqual([]);
      }
    }),
    runs,
  );
});

test('M2 a closed meeting stays closed, and a closed or skipped room is empty', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { before, after } of live(random).happened) {
        if (before.status === 'closed') expect(after.status).toBe('closed');
        if (after.status !== 'closed' && after.status !== 'skipped') continue;
        expect(after.floor).toMatchObject({ hands: [], holder: null });
        expect(Object.values(after.attendance).filter((one) => one.since !== null)).toEqual([]);
        expect(after.running).toBeNull();
      }
    }),
    runs,
  );
});

test('what a screen offers is what the rules allow: taking the lead, voting, talking', () => {
  fc.assert(
    fc.property(life, fc.constantFrom(...circle), (random, person) => {
      const { state, now } = live(random);
      const may = permissionsOf(state, person, now);
      const took = play(state, person, { kind: 'lead.take' }, now);
      expect(took.events.length > 0).toBe(may.takeLead !== null);
      const said = play(state, person, { kind: 'message.post', message: 'new', text: 'Hello?' }, now);
      expect(said.refused === null).toBe(may.talk);
      for (const item of state.items.filter((one) => !one.withdrawn)) {
        const voted = play(state, person, { kind: 'vote.cast', item: item.id, dots: 0 }, now);
        expect(voted.refused === null).toBe(may.vote && item.clock.state === 'idle');
      }
    }),
    runs,
  );
});
