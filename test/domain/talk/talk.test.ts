import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import {
  decideTalk,
  evolveTalk,
  type Message,
  TALK_TAIL,
  type TalkEvent,
  wholeTalk,
} from '#app/domain/talk/talk.ts';
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
  expect(meeting.refuses('ben', { kind: 'message.edit', message: 'm2', text: 'back' })).toBe('out-of-date');
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

const said = (version: number, thread?: string) => ({
  ...{ kind: 'message.posted' as const, message: `m${version}`, text: `line ${version}`, version },
  ...{ at: version, actor: 'ben', ...(thread ? { thread } : {}) },
});
const talkOf = (events: ReturnType<typeof said>[], tail: number) =>
  events.reduce<readonly Message[]>((lines, event) => evolveTalk(lines, event, tail), []);

test('K6 a reply belongs to the thread of the line it answers, also when that is a reply', () => {
  const lines = talkOf([said(1), said(2, 'm1')], 10);
  const reply = (thread: string) => decideTalk(lines, { ...post('new'), thread }, 'ada', { threaded: true });
  expect(reply('m1')).toEqual([{ kind: 'message.posted', message: 'new', text: 'new', thread: 'm1' }]);
  expect(reply('m2')).toEqual(reply('m1'));
  expect(lines.map(({ thread }) => thread)).toEqual([null, 'm1']);
});

test('K6 a meeting has no threads', () => {
  const meeting = openMeeting();
  meeting.does('ben', post('m1'));
  expect(meeting.refuses('ada', { ...post('m2'), thread: 'm1' })).toBe('bad-input');
});

test('K7 the beginning of a thread stays as long as one of its lines is among the newest', () => {
  const lines = talkOf([said(1), said(2), said(3, 'm1'), said(4), said(5)], 3);
  expect(lines.map(({ id }) => id)).toEqual(['m1', 'm3', 'm4', 'm5']);
  const later = [said(6), said(7)].reduce<readonly Message[]>((all, one) => evolveTalk(all, one, 3), lines);
  expect(later.map(({ id }) => id)).toEqual(['m5', 'm6', 'm7']);
  const resting = decideTalk(later, { ...post('new'), thread: 'm1' }, 'ada', { threaded: true });
  expect(resting).toMatchObject({ refused: 'out-of-date' });
});

test('K7 the state is bounded, and every thread in it has its beginning', () => {
  const anyTalk = fc.array(fc.nat({ max: 30 }), { maxLength: 60 });
  fc.assert(
    fc.property(anyTalk, fc.integer({ min: 1, max: 8 }), (answers, tail) => {
      let lines: readonly Message[] = [];
      for (const [index, back] of answers.entries()) {
        const thread = back === 0 ? undefined : `m${index + 1 - back}`;
        const command = { ...post(`m${index + 1}`), ...(thread ? { thread } : {}) };
        const decided = decideTalk(lines, command, 'ben', { threaded: true });
        // The same words in a line of their own where the thread rests.
        const [event] = isRefusal(decided)
          ? [{ kind: 'message.posted' as const, message: command.message, text: '' }]
          : decided;
        lines = evolveTalk(
          lines,
          { ...(event as TalkEvent), version: index + 1, at: index, actor: 'ben' },
          tail,
        );
        const newest = lines.slice(-tail).map(({ version }) => version);
        expect(newest).toEqual(newest.map((_, at) => index + 1 - (newest.length - 1 - at)));
        expect(lines.length).toBeLessThan(2 * tail + 1);
        const ids = new Set(lines.map(({ id }) => id));
        expect(lines.filter((line) => line.thread !== null && !ids.has(line.thread))).toEqual([]);
        expect(
          lines.filter(
            (one) => one.thread !== null && lines.find(({ id }) => id === one.thread)?.thread !== null,
          ),
        ).toEqual([]);
      }
    }),
  );
});
