import { expect, test } from 'vitest';
import { refusalInWords, rulesInWords } from '#app/domain/circle/rule-words.ts';

test('each rule says who may do what', () => {
  expect(rulesInWords({ invite: 'any-member', plan: 'any-member', remove: 'facilitator' })).toEqual([
    'Any member may invite people.',
    'Any member may plan the season, and set the circle’s size and time zone.',
    'The facilitator of the next meeting may remove a member; when no meeting is planned, any member may.',
  ]);
});

test('a refusal says who can do it instead', () => {
  expect(refusalInWords('invite')).toContain('the facilitator of the next meeting may invite people');
});
