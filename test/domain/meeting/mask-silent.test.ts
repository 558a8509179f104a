import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { isHidden, maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import { minutesOf } from '#app/domain/meeting/minutes.ts';
import { overlay } from '#app/domain/meeting/sync.ts';
import { plannedMeeting } from './meeting-builder.ts';

const secret = 'Vendor risk';
const masked = (events: readonly LoggedMeetingEvent[], by = 'cleo') =>
  events.map((event) => (event.actor === by ? event : maskEvent(event)));

/** Ben has written in silence, corrected it, and taken another line back. */
function writing() {
  const meeting = plannedMeeting().at(-5).arrive('ada', 'ben', 'cleo');
  const items = Array.from({ length: 14 }, (_, index) => `s${index}`);
  meeting.does('ada', { kind: 'format.choose', format: 'open-agenda-votes', items });
  meeting.at(0).clock('item.start', 's0');
  meeting.does('ben', { kind: 'message.post', message: 'm1', text: `${secret} one` });
  meeting.does('ben', { kind: 'message.edit', message: 'm1', text: `${secret} two` });
  meeting.does('ben', { kind: 'message.post', message: 'm2', text: `${secret} gone` });
  meeting.does('ben', { kind: 'message.retract', message: 'm2' });
  return meeting;
}

test('W1 until the reveal nobody but the author learns a word, from events, state or minutes', () => {
  const { log, state } = writing();
  const cleo = maskState(state, 'cleo');
  expect(JSON.stringify([log.map(maskEvent), cleo, minutesOf(state), fold(masked(log))])).not.toContain(
    secret,
  );
  expect(cleo.messages).toMatchObject([
    { id: 'm1', text: null, hidden: true },
    { id: 'm2', text: null },
  ]);
  expect(maskState(state, 'ben').messages[0]).toMatchObject({ text: null, sealed: `${secret} two` });
  expect(log.filter(isHidden).map(({ kind }) => kind)).toEqual([
    'message.posted',
    'message.edited',
    'message.posted',
  ]);
});

test('W1 masked and unmasked copies of the log come to the same once it is revealed', () => {
  const meeting = writing();
  meeting.does('ada', { kind: 'phase.start', item: 's0', phase: 1, from: 0 });
  const seen = fold(masked(meeting.log));
  expect(seen.messages).toEqual(meeting.state.messages);
  expect(seen.messages).toMatchObject([{ text: `${secret} two` }, { text: null }]);
  expect(JSON.stringify(meeting.log.at(-2))).not.toContain('gone');
});

test('W1 the author’s own copy is one line, whichever of the two copies comes first', () => {
  const { log } = writing();
  const before = fold(log.slice(0, -4).map(maskEvent));
  const post = log.at(-4) as LoggedMeetingEvent;
  const after = fold([maskEvent(post)], before);
  const [first, second] = [overlay(after, [post]), fold([maskEvent(post)], overlay(before, [post]))];
  for (const { messages } of [first, second]) expect(messages).toMatchObject([{ sealed: `${secret} one` }]);
});
