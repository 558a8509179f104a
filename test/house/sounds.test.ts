import { expect, test } from 'vitest';
import { type Extension, emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import { chimeBetween, soundSwitch } from '#app/screens/room/sounds.ts';

const withFloor = (person: string): MeetingState => ({
  ...emptyMeeting,
  floor: { ...emptyMeeting.floor, holder: { person, since: 1 } },
});
const withOffer = (to: string, number: number): MeetingState => ({
  ...emptyMeeting,
  baton: { ...emptyMeeting.baton, offer: { number, to, why: 'stand-in', until: 1 } },
});

test('a sound is for what has just become yours, and for nobody else', () => {
  expect(chimeBetween(emptyMeeting, withFloor('ada'), 'ada')).toBe('yours');
  expect(chimeBetween(emptyMeeting, withFloor('ada'), 'ben')).toBeNull();
  expect(chimeBetween(withFloor('ada'), withFloor('ada'), 'ada')).toBeNull();
  expect(chimeBetween(emptyMeeting, withOffer('ben', 1), 'ben')).toBe('yours');
  expect(chimeBetween(withOffer('ben', 1), withOffer('ben', 2), 'ben')).toBe('yours');
  expect(chimeBetween(withOffer('ben', 1), withOffer('ada', 2), 'ben')).toBeNull();
});

test('the end of an item is heard when the house says so, once', () => {
  const vote: Extension = {
    item: 'x',
    ms: 300_000,
    absorption: { taken: [], dropped: [] },
    closesAt: 20_000,
    thumbs: {},
    voters: [],
    outcome: null,
  };
  const open: MeetingState = { ...emptyMeeting, extension: vote };
  expect(chimeBetween(emptyMeeting, open, 'ada')).toBe('time');
  expect(chimeBetween(open, { ...open, version: 9 }, 'ada')).toBeNull();
  expect(
    chimeBetween(
      open,
      {
        ...open,
        extension: { ...vote, outcome: { granted: true, up: 2, abstained: 0, down: 0, why: 'voted' } },
      },
      'ada',
    ),
  ).toBeNull();
});

test('sounds are off until somebody switches them on', () => {
  expect(soundSwitch.isOn()).toBe(false);
});
