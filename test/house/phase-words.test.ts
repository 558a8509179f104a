// What a phase says about who may write: a sentence, for every role of every format.
import { expect, test } from 'vitest';
import { formats, itemsOfFormat } from '#app/domain/meeting/formats.ts';
import { whoWords } from '#app/screens/room/phase-words.ts';

const phases = formats.flatMap((format) => itemsOfFormat(format)).flatMap(({ run }) => run.phases);

test('names a role that nobody has yet, whatever letter it begins with', () => {
  const waiting = phases.filter(({ who }) => who === 'role-holder').map((phase) => whoWords(phase, null));
  expect(waiting).toContain('everyone, until somebody is the evaluator');
  expect(waiting).toContain('everyone, until somebody is the timekeeper or observer');
  for (const words of waiting) expect(words).not.toMatch(/\ba [aeiou]/);
});
