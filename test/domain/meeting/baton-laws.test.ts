/** The baton against a small model of it: every act and every passing of time, in random order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accept, arrive, decline, leave, pass, refused, take, wait } from './baton-acts.ts';
import { modelOf } from './baton-model.ts';
import { met } from './baton-promises.ts';
import { circle, liveMeeting, plannedMeeting } from './meeting-builder.ts';

const began = (startsLive: boolean) =>
  startsLive ? liveMeeting() : plannedMeeting().at(-10).arrive('ben', 'cleo');

const anybody = fc.constantFrom(...circle);
const acts = fc.commands(
  [
    anybody.map(arrive),
    anybody.map(leave),
    fc.constant(leave('ada')),
    fc.constant(accept),
    fc.constant(decline),
    anybody.map(pass),
    anybody.map(take),
    anybody.map(refused),
    fc.constantFrom(1, 29, 30, 89, 90, 120, 200).map(wait),
  ],
  { maxCommands: 60, size: 'max' },
);

test('L1 L2 L3 L4 L6 L7 one lead, never by accident, offers only to who is there, and no dead end', () => {
  fc.assert(
    fc.property(fc.boolean(), acts, (startsLive, commands) => {
      fc.modelRun(() => {
        const real = began(startsLive);
        return { model: modelOf(real, startsLive), real };
      }, commands);
    }),
    { numRuns: 400 },
  );
  expect([...met].sort()).toEqual(['back', 'free', 'handed', 'stand-in']);
});
