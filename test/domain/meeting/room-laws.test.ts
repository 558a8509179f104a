/** What holds for the floor, the lead and attendance in every life of a meeting. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveAll } from '#app/domain/meeting/evolve-attendance.ts';
import { speakingQueue } from '#app/domain/meeting/floor.ts';
import { isPresent, isRoomOpen } from '#app/domain/meeting/state.ts';
import { life, live } from './meeting-arbitrary.ts';
import { circle } from './meeting-builder.ts';

const runs = { numRuns: 150 };

test('F1 F2 F3 one holder, who is in the room and has no hand up; one hand each, aside while its owner is out', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { after } of live(random).happened) {
        const { floor } = after;
        const raised = floor.hands.map((hand) => hand.person);
        expect(new Set(raised).size).toBe(raised.length);
        for (const hand of floor.hands) expect(hand.away).toBe(!isPresent(after, hand.person));
        if (floor.holder) expect(isPresent(after, floor.holder.person)).toBe(true);
        expect(raised).not.toContain(floor.holder?.person);
        const ranks = floor.order === 'fair' ? speakingQueue(floor).map(({ rank }) => rank) : [];
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const hand of floor.hands)
          expect(hand.rank).toBeGreaterThanOrEqual(floor.turns[hand.person] ?? 0);
      }
    }),
    runs,
  );
});

test('F2 nobody speaks longer than they were in the room', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { state, now } = live(random);
      for (const [person, spoken] of Object.entries(state.floor.spokenMs)) {
        const one = state.attendance[person];
        const here = (one?.presentMs ?? 0) + (one?.since == null ? 0 : now - one.since);
        expect(spoken).toBeLessThanOrEqual(here);
      }
    }),
    runs,
  );
});

test('F3 a raised hand comes down by its owner, by the lead, or for the floor, and by nothing else', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { before, after, actor, events } of live(random).happened) {
        const isOver = after.status === 'closed' || after.status === 'skipped';
        for (const { person } of isOver ? [] : before.floor.hands) {
          if (after.floor.hands.some((hand) => hand.person === person)) continue;
          const spoke = events.some((event) => event.kind === 'floor.given' && event.person === person);
          expect(spoke || actor === person || actor === before.lead.holder).toBe(true);
        }
      }
    }),
    runs,
  );
});

test('F4 when an item starts, nobody’s turns are counted but the first of its own round', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { after, events } of live(random).happened) {
        const start = events.findIndex((event) => event.kind === 'item.started');
        if (start === -1) continue;
        const first = events.slice(start).find((event) => event.kind === 'floor.given')?.person;
        expect(after.floor.turns).toEqual(first === undefined ? {} : { [first]: 1 });
        expect(after.floor.holder?.person).toBe(first);
      }
    }),
    runs,
  );
});

test('L1 once there is a lead there is always exactly one, unless the rota itself takes it away', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { before, after, events } of live(random).happened) {
        const assigned = events.find((event) => event.kind === 'lead.assigned');
        if (assigned?.kind === 'lead.assigned') expect(after.lead.holder).toBe(assigned.lead);
        else if (before.lead.holder !== null) expect(after.lead.holder).not.toBeNull();
      }
    }),
    runs,
  );
});

test('L4 L5 whoever takes or gets the lead does it, is in the room, and each change is recorded once', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { before, after, events } of live(random).happened) {
        const changes = events.filter((event) => event.kind === 'lead.changed');
        expect(after.leadHistory).toHaveLength(before.leadHistory.length + changes.length);
        for (const change of changes) {
          expect(isPresent(before, change.to)).toBe(true);
          expect(change.actor).toBe(change.to);
          expect(change.from).toBe(before.lead.holder);
          expect(after.leadHistory.at(-1)).toMatchObject({
            to: change.to,
            from: change.from,
            how: change.how,
          });
        }
      }
    }),
    runs,
  );
});

test('L1 L7 a lead who is in the room loses it to nobody but who lent it or was offered it, back or on', () => {
  fc.assert(
    fc.property(life, (random) => {
      for (const { before, after, actor, events } of live(random).happened) {
        const { holder, lentBy } = before.lead;
        if (holder === null || !isPresent(before, holder) || after.lead.holder === holder) continue;
        if (events.some((event) => event.kind === 'lead.assigned')) continue;
        const { offer } = before.baton;
        expect([lentBy, offer?.to]).toContain(actor);
        if (actor !== lentBy) expect(['back', 'handed']).toContain(offer?.why);
      }
    }),
    runs,
  );
});

test('H3 presence adds up to the time people were in the room, and live time to the live part of it', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { happened, state, now } = live(random);
      // H4: a forgotten one was over before the house closed it.
      const over = state.status === 'closed' ? (state.closedAt ?? now) : now;
      for (const person of circle) {
        // What the life began with counts from before its first step.
        const since = happened[0]?.before.attendance[person]?.since ?? null;
        let here = since === null ? 0 : (happened[0]?.at ?? since) - since;
        let during = 0;
        happened.forEach(({ after, at, events }, index) => {
          // H1
          const isMoved = events.some(({ kind }) => kind === 'meeting.rescheduled');
          if (isMoved && !isRoomOpen(after, at)) here = 0;
          if (!isPresent(after, person)) return;
          const passed = Math.max(0, Math.min(happened[index + 1]?.at ?? now, over) - at);
          here += passed;
          if (after.status === 'live') during += passed;
        });
        const closed = happened.length === 0 ? undefined : leaveAll(state, now)[person];
        expect([closed?.presentMs ?? 0, closed?.liveMs ?? 0]).toEqual([here, during]);
      }
    }),
    runs,
  );
});
