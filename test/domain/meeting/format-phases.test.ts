import { expect, test } from 'vitest';
import { runOfStep } from '#app/domain/meeting/format-phases.ts';
import { findFormat, formats, itemsOfFormat, type MeetingFormat } from '#app/domain/meeting/formats.ts';
import type { Phase } from '#app/domain/meeting/phases.ts';

const minutes = (phases: readonly Phase[]) => phases.map(({ ms }) => ms / 60_000);

function run(format: string, step: number) {
  const found = findFormat(format);
  const one = found?.steps[step];
  if (!found || !one) throw new RangeError(`${format} has no step ${step}`);
  return runOfStep(found, one);
}

test('G1 G5 every step of all 14 formats has a meaning, and its phases add up to its minutes', () => {
  expect(formats).toHaveLength(14);
  for (const format of formats) {
    for (const step of format.steps) {
      const { phases } = runOfStep(format, step);
      expect(phases.length, step.name).toBeGreaterThan(0);
      const sum = phases.reduce((all, { ms }) => all + ms, 0);
      expect(Math.abs(sum - step.minutes * 60_000), step.name).toBeLessThan(phases.length);
      for (const phase of phases) expect(phase.ms, phase.name).toBeGreaterThan(0);
    }
  }
});

test('G5 words of the data that nobody knows are a fault', () => {
  const format = formats[0] as MeetingFormat;
  const step = { name: 'New', minutes: 5, who: 'everyone', says: 'sing' };
  expect(() => runOfStep(format, step)).toThrow('sing');
  expect(() => runOfStep(format, { ...step, says: 'open', who: 'the choir' })).toThrow('the choir');
});

test('G5 a step’s name promises neither dots nor thumbs other than the room’s', () => {
  const names = findFormat('open-agenda-votes')?.steps.map(({ name }) => name);
  expect(names?.slice(2, 4)).toEqual(['Dot vote', 'Topic loop']);
  const all = formats.flatMap(({ steps }) => steps.map(({ name }) => name)).join('\n');
  expect(all).not.toMatch(/votes each|thumbs vote|see repeat/);
});

test('G2 a seat runs through its own round; thinking aloud is the consultants’', () => {
  const { phases, seat } = run('trio-consult', 1);
  expect(seat).toBeNull();
  expect(minutes(phases)).toEqual([2, 2, 4, 2]);
  expect(phases.map(({ who, form }) => [who, form])).toEqual([
    ['focus', 'any'],
    ['everyone', 'question'],
    ['consultants', 'idea'],
    ['focus', 'any'],
  ]);
});

test('G2 a seat without a round of its own runs like the one-hour hot seat, in proportion', () => {
  const { phases } = run('hot-seat-90', 2);
  expect(minutes(phases)).toEqual([3.125, 5, 13.75, 3.125]);
  expect(phases.map(({ form }) => form)).toEqual(['any', 'question', 'experience-or-idea', 'any']);
});

test('G2 where the rules say so the facilitator neither asks nor advises', () => {
  expect(run('question-set', 1).phases[1]?.who).toBe('everyone-without-facilitator');
  expect(run('case-consult', 4).phases[0]?.who).toBe('consultants-without-facilitator');
});

test('G3 silent writing ends with reading; what comes after it shares the time', () => {
  expect(run('open-agenda-votes', 0).phases.map(({ form, ms }) => [form, ms / 60_000])).toEqual([
    ['silent-writing', 3],
    ['reading', 1],
  ]);
  expect(run('season-kickoff', 2).phases.map(({ form, ms }) => [form, ms / 60_000])).toEqual([
    ['silent-writing', 4],
    ['reading', 1],
    ['round', 10],
  ]);
  expect(run('open-agenda-votes', 2).phases).toMatchObject([{ form: 'dots', who: 'everyone' }]);
  expect(run('forum-virtual-120', 8).phases).toMatchObject([{ form: 'quiet', who: 'nobody' }]);
});

test('G5 only a round of everybody at the beginning is a check-in', () => {
  const kinds = formats.map((format) => [format.id, itemsOfFormat(format)[0]?.itemKind]);
  expect(Object.fromEntries(kinds)).toEqual({
    ...Object.fromEntries(formats.map(({ id }) => [id, 'fixed'])),
    'quarter-hour-crowd': 'hot-seat',
    ...{ 'question-set': 'check-in', 'hot-seat-60': 'check-in', 'hot-seat-90': 'check-in' },
    ...{ 'forum-virtual-120': 'check-in', 'circle-monthly': 'check-in', 'season-kickoff': 'check-in' },
  });
});
