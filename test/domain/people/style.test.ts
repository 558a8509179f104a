import { expect, test } from 'vitest';
import { formalities, plannings, sayStyle } from '#app/domain/people/style.ts';

test('a style is said in words, whatever of it is left open', () => {
  expect(sayStyle('formal', 'planned')).toBe('Rather formal, planned topics');
  expect(sayStyle(null, 'open')).toBe('Open discussion');
  expect(sayStyle('informal', null)).toBe('Rather informal');
  expect(sayStyle(null, null)).toBe('');
});

test('there is a word for every answer', () => {
  for (const formality of formalities)
    for (const planning of plannings) expect(sayStyle(formality, planning)).toMatch(/^\w[^,]+, \w[^,]+$/);
});
