import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyCircleRoom } from '#app/domain/circle/room.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import type { MeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { everyCommand } from '#test/harness/every-command.ts';

const members = new Set(['ada', 'ben']);
const asked = (actor: string | null, now = 0) => ({ actor, now, members });
const hello = { kind: 'message.post' as const, message: randomUUID(), text: 'Hello' };

test('O1 a member may speak at any time, and what is said is the fold of the log', () => {
  for (const now of [0, Date.UTC(2026, 10, 22), Date.UTC(2100, 0)]) {
    const events = decide(emptyCircleRoom, hello, asked('ada', now)) as MeetingEvent[];
    expect(events).toEqual([{ kind: 'message.posted', message: hello.message, text: 'Hello' }]);
    const logged = events.map((event) => ({ ...event, version: 1, at: now, actor: 'ada', command: null }));
    const { kind, version, messages } = fold(logged, emptyCircleRoom);
    expect({ kind, version, said: messages.map(({ text }) => text) }).toEqual({
      ...{ kind: 'circle', version: 1, said: ['Hello'] },
    });
  }
});

test('O1 whoever is not a member learns nothing', () => {
  expect(decide(emptyCircleRoom, hello, asked('eve'))).toMatchObject({ refused: 'not-found' });
});

test('O2 everything but talk is refused, from members and from the house', () => {
  const commands = Object.values(everyCommand(randomUUID())).filter(
    ({ kind }) => !kind.startsWith('message.'),
  );
  expect(commands.length).toBeGreaterThan(20);
  for (const command of commands)
    expect(decide(emptyCircleRoom, command, asked('ada'))).toMatchObject({ refused: 'not-allowed' });
  const arrive = { kind: 'attendance.arrive' as const, person: 'ada' };
  expect(decide(emptyCircleRoom, arrive, asked(null))).toMatchObject({ refused: 'not-allowed' });
  expect(decide(emptyCircleRoom, hello, asked(null))).toMatchObject({ refused: 'not-allowed' });
});
