// What a phase says about who may write: a sentence, for every role of every format.
import { expect, test } from 'vitest';
import { formats, itemsOfFormat } from '#app/domain/meeting/formats.ts';
import type { PhaseWho } from '#app/domain/meeting/phases.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { mayTakePart } from '#app/domain/meeting/turn.ts';
import { whyNot } from '#app/domain/meeting/turn-words.ts';
import { whoWords } from '#app/screens/room/phase-words.ts';
import { item } from './room-scene.ts';

const phases = formats.flatMap((format) => itemsOfFormat(format)).flatMap(({ run }) => run.phases);

test('names a role that nobody has yet, whatever letter it begins with', () => {
  const waiting = phases
    .filter(({ who }) => who === 'role-holder')
    .map((phase) => whoWords(phase, { focus: null }));
  expect(waiting).toContain('everyone, until somebody is the evaluator');
  expect(waiting).toContain('everyone, until somebody is the timekeeper or observer');
  for (const words of waiting) expect(words).not.toMatch(/\ba [aeiou]/);
});

test('calls the reader "you", also whoever leads, and nobody twice', () => {
  const of = (who: PhaseWho, focus: string | null, leads: boolean) => {
    const phase = phases.find((one) => one.who === who);
    if (!phase) throw new Error(`no format has a phase of ${who}`);
    return whoWords(phase, { focus, leads });
  };
  expect([of('facilitator', null, false), of('facilitator', null, true)]).toEqual(['the facilitator', 'you']);
  expect(of('focus-and-facilitator', 'Ben', true)).toBe('Ben and you');
  expect(of('focus-and-facilitator', 'you', false)).toBe('you and the facilitator');
  expect(of('focus-and-facilitator', 'you', true)).toBe('you');
  expect(of('everyone-without-facilitator', null, true)).toBe('everyone but you');
  expect(of('consultants-without-facilitator', 'Ben', true)).toBe('everyone but Ben and you');
  for (const phase of phases)
    for (const focus of [null, 'you', 'Ben'])
      expect(whoWords(phase, { focus, leads: true })).not.toContain('facilitator');
});

test('tells whoever leads of themselves as "you" also where they wait', () => {
  for (const { run } of formats.flatMap((format) => itemsOfFormat(format))) {
    for (const index of run.phases.keys()) {
      const running = { ...item('i', { state: 'running' }), run, course: [{ index, fromMs: 0, extraMs: 0 }] };
      const meeting = {
        ...emptyMeeting,
        items: [running],
        running: 'i',
        lead: { ...emptyMeeting.lead, holder: 'ana' },
      };
      if (!mayTakePart(meeting, 'ana')) expect(whyNot(meeting, 'ana')).not.toContain('facilitator');
    }
  }
});
