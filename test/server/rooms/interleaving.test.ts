// Members act at the same moment, on two processes: one outcome, the same on every screen.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import { maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readEvents } from '#db/room-log.ts';
import { aMeetingRoom, ask, post } from '../../harness/meeting-room.ts';
import { openTwoHouses } from '../../harness/two-houses.ts';

const { one, two, close } = await openTwoHouses();
afterAll(close);

const items = Array.from({ length: 4 }, () => randomUUID());
const nth = fc.integer({ min: 0, max: 3 });
const item = nth.map((index) => items[index] as string);
const draft = { itemKind: 'topic' as const, minutes: 10, bringer: null, help: '' };

/** What members do at the same moment: move, vote, start, take the lead, talk, raise hands. */
const commands: fc.Arbitrary<(members: string[]) => MeetingCommand> = fc.oneof(
  fc.tuple(item, fc.option(item)).map(([id, after]) => () => ({
    kind: 'item.move' as const,
    item: id,
    after,
  })),
  fc.tuple(item, nth).map(([id, dots]) => () => ({ kind: 'vote.cast' as const, item: id, dots })),
  fc.tuple(item, nth).map(([id, rev]) => () => ({ kind: 'item.start' as const, item: id, rev })),
  fc.constant(() => ({ kind: 'item.next' as const, running: null })),
  fc.constant(() => ({ kind: 'lead.take' as const })),
  nth.map((to) => (members: string[]) => ({ kind: 'lead.pass' as const, to: members[to] as string })),
  nth.map((offer) => () => ({ kind: 'lead.accept' as const, offer })),
  nth.map((seed) => () => ({ kind: 'round.invite' as const, order: 'random' as const, seed })),
  fc.constant(() => ({ kind: 'hand.raise' as const })),
  nth.map((who) => (members: string[]) => ({ kind: 'floor.give' as const, person: members[who] as string })),
  item.map((id) => () => ({ kind: 'item.withdraw' as const, item: id })),
  fc.constant(() => post()),
);
const acts = fc.array(fc.record({ who: nth, process: fc.boolean(), make: commands }), {
  minLength: 8,
  maxLength: 40,
});

test('P2 any interleaving on two processes gives gapless versions and the same state everywhere', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (acts) => {
      const { meeting, members } = await aMeetingRoom(one.house, 4);
      for (const id of items)
        await ask(one.house, meeting, members[0] ?? null, {
          kind: 'item.propose',
          item: id,
          title: 'T',
          ...draft,
        });
      for (const person of members)
        await ask(one.house, meeting, null, { kind: 'attendance.arrive', person });

      const answers = await Promise.all(
        acts.map(async ({ who, process, make }) => {
          const id = randomUUID();
          const house = process ? one.house : two.house;
          return { id, answer: await ask(house, meeting, members[who] ?? null, make(members), id) };
        }),
      );

      const log = await readEvents(one.house.db, meeting, 0, 10_000);
      expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
      for (const { id, answer } of answers) {
        const written = log.filter((event) => event.command === id).length;
        if (isRefusal(answer))
          expect({ refused: answer.refused, written }).toEqual({ refused: answer.refused, written: 0 });
        else expect(written).toBeLessThanOrEqual(1);
      }
      const truth = maskState(fold(log), 'nobody');
      for (const { house, frames } of [one, two]) {
        // What the other process appended last is heard of by a hint, or by looking.
        await house.rooms.follow(meeting, log.length);
        expect(maskState((await house.rooms.state(meeting)) as never, 'nobody')).toEqual(truth);
        // Nobody here was told anything twice, and nothing is missing since the first of it.
        const told = framesIn(frames, meeting);
        expect(told).toEqual(log.slice(log.length - told.length).map(maskEvent));
        house.rooms.forget(meeting);
        expect(maskState((await house.rooms.state(meeting)) as never, 'nobody')).toEqual(truth);
      }
      expect(fold(framesIn(one.frames, meeting))).toEqual(truth);
    }),
    { numRuns: 25 },
  );
});

const framesIn = (frames: RoomFrame[], room: string): LoggedMeetingEvent[] =>
  frames.filter((frame) => frame.room === room).flatMap((frame) => frame.events);
