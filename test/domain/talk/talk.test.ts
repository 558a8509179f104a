import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/evolve.ts';
import { evolveTalk, TALK_TAIL, wholeTalk } from '#app/domain/talk/talk.ts';
import { openMeeting } from '../meeting/meeting-builder.ts';

const post = (message: string, text = message) => ({ kind: 'message.post' as const, message, text });

test('K1 words are edited and retracted by their author alone, not even by the lead', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1', 'Helo'));
  expect(meeting.refuses('ada', { kind: 'message.edit', message: 'm1', text: 'Hello' })).toBe('not-yours');
  expect(meeting.refuses('ada', { kind: 'message.retract', message: 'm1' })).toBe('not-yours');
  meeting.at(1).does('ben', { kind: 'message.edit', message: 'm1', text: 'Hello' });
  const [line] = meeting.state.messages;
  expect(line).toMatchObject({ author: 'ben', text: 'Hello', editedAt: meeting.now });
  expect(line?.at).toBeLessThan(meeting.now);
});

test('K2 a retracted line keeps its place and loses its words, for good', () => {
  const meeting = openMeeting();
  for (const id of ['m1', 'm2', 'm3']) meeting.does('ben', post(id));
  meeting.does('ben', { kind: 'message.retract', message: 'm2' });
  expect(meeting.state.messages.map(({ id, text }) => [id, text])).toEqual([
    ['m1', 'm1'],
    ['m2', null],
    ['m3', 'm3'],
  ]);
  expect(meeting.refuses('ben', { kind: 'message.edit', message: 'm2', text: 'back' })).toBe('already-done');
  expect(meeting.refuses('ben', { kind: 'message.retract', message: 'm2' })).toBe('already-done');
});

test('K2 a log whose retracted words were taken out folds to the same state', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1', 'secret'));
  meeting.at(1).does('ben', { kind: 'message.edit', message: 'm1', text: 'very secret' });
  meeting.at(2).does('ben', { kind: 'message.retract', message: 'm1' });
  const blanked = meeting.log.map(
    (event): LoggedMeetingEvent =>
      event.kind === 'message.posted' || event.kind === 'message.edited' ? { ...event, text: null } : event,
  );
  expect(fold(blanked)).toEqual(meeting.state);
  expect(JSON.stringify(blanked)).not.toContain('secret');
});

test('K2 not even an event brings retracted words back', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1'));
  meeting.does('ben', { kind: 'message.retract', message: 'm1' });
  const { messages } = meeting.state;
  const late = { kind: 'message.edited' as const, message: 'm1', text: 'back' };
  expect(evolveTalk(messages, { ...late, version: 99, at: meeting.now, actor: 'ben' })).toEqual(messages);
});

test('K3 a message id is used once, whoever sends it', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1'));
  expect(meeting.refuses('ben', post('m1'))).toBe('already-done');
  expect(meeting.refuses('cleo', post('m1', 'mine now'))).toBe('already-done');
});

test('K4 the state holds the newest lines; older ones cannot be changed any more', () => {
  const meeting = openMeeting();
  for (let line = 0; line <= TALK_TAIL; line += 1) meeting.does('ben', post(`m${line}`));
  expect(meeting.state.messages).toHaveLength(TALK_TAIL);
  expect(meeting.state.messages[0]?.id).toBe('m1');
  expect(meeting.state.messages.at(-1)?.id).toBe(`m${TALK_TAIL}`);
  expect(meeting.refuses('ben', { kind: 'message.edit', message: 'm0', text: 'late' })).toBe('out-of-date');
  expect(meeting.does('ben', { kind: 'message.retract', message: 'm1' })).toEqual(['message.retracted']);
});

test('K1 editing a line into what it says already changes nothing', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1'));
  expect(meeting.does('ben', { kind: 'message.edit', message: 'm1', text: 'm1' })).toEqual([]);
});

test('K5 minutes hold all that was said, however much it was', () => {
  const meeting = openMeeting();
  for (let line = 0; line <= TALK_TAIL; line += 1) meeting.does('ben', post(`m${line}`));
  meeting.does('ben', { kind: 'message.retract', message: 'm1' });
  const lines = wholeTalk(meeting.log);
  expect(lines).toHaveLength(TALK_TAIL + 1);
  expect(lines[1]?.text).toBeNull();
  expect(lines.slice(1)).toEqual(meeting.state.messages);
});
