import { expect, test } from 'vitest';
import { revealWords } from '#app/domain/talk/sealed.ts';
import {
  decideTalk,
  evolveTalk,
  type Message,
  TALK_TAIL,
  type TalkCommand,
  wholeTalk,
} from '#app/domain/talk/talk.ts';

type TalkLog = Parameters<typeof evolveTalk>[1];
type Log = { version: number; at: number; actor: string; kind: string }[];

function play(commands: TalkCommand[]): { lines: readonly Message[]; log: Log } {
  const log: Log = [];
  let lines: readonly Message[] = [];
  for (const command of commands) {
    const events = decideTalk(lines, command, 'ben', { form: 'silent-writing' });
    if (!Array.isArray(events)) throw new Error(events.message);
    for (const event of events) {
      const logged = { ...event, version: log.length + 1, at: log.length, actor: 'ben' };
      log.push(logged);
      lines = evolveTalk(lines, logged);
    }
  }
  return { lines, log };
}

const post = (message: string, text: string): TalkCommand => ({ kind: 'message.post', message, text });

test('K8 a hidden line has sealed words alone; editing keeps it hidden, and the same words change nothing', () => {
  const { lines, log } = play([
    post('a', 'one'),
    { kind: 'message.edit', message: 'a', text: 'two' },
    { kind: 'message.edit', message: 'a', text: 'two' },
  ]);
  expect(lines).toMatchObject([{ text: null, hidden: true, sealed: 'two', form: 'silent-writing' }]);
  expect(log).toHaveLength(2);
});

test('K8 K9 a hidden line is revealed however much was written and taken back after it', () => {
  const noise = Array.from({ length: TALK_TAIL }, (_, index) => `n${index}`).flatMap((message) => [
    post(message, 'x'),
    { kind: 'message.retract', message } as const,
  ]);
  const { lines } = play([post('a', 'one'), ...noise]);
  expect(revealWords(lines)).toEqual([{ kind: 'message.revealed', lines: { a: 'one' } }]);
  expect(lines).toHaveLength(TALK_TAIL + 1);
});

test('K9 the reveal tells what is hidden, and not what was taken back', () => {
  const { lines, log } = play([
    post('a', 'one'),
    post('b', 'two'),
    { kind: 'message.retract', message: 'b' },
  ]);
  const [event] = revealWords(lines);
  expect(event).toEqual({ kind: 'message.revealed', lines: { a: 'one' } });
  const all = wholeTalk([
    ...log,
    { ...event, kind: 'message.revealed', version: 4, at: 9, actor: 'ada' } as never,
  ]);
  expect(all.map(({ text, hidden }) => [text, hidden])).toEqual([
    ['one', undefined],
    [null, undefined],
  ]);
  expect(revealWords(all)).toEqual([]);
});

test('K9 what its author is told of a hidden line only after the reveal changes nothing', () => {
  const { lines, log } = play([post('a', 'one'), { kind: 'message.edit', message: 'a', text: 'two' }]);
  const [reveal] = revealWords(lines);
  const shown = evolveTalk(lines, { ...reveal, version: 3, at: 9, actor: 'ada' } as never);
  expect(shown).toMatchObject([{ text: 'two' }]);
  for (const own of log) expect(evolveTalk(shown, own as never)).toEqual(shown);
});

test('K9 an own copy that comes after a later edit from another tab does not turn back when the line was edited', () => {
  const { lines, log } = play([
    post('a', 'one'),
    { kind: 'message.edit', message: 'a', text: 'two' },
    { kind: 'message.edit', message: 'a', text: 'three' },
  ]);
  const [posted, first, second] = log as unknown as [TalkLog, TalkLog, TalkLog];
  const masked = { kind: 'message.edited', message: 'a', text: null, hidden: true, actor: 'ben' };
  const byFrames = [
    { ...masked, version: 2, at: 1 },
    { ...masked, version: 3, at: 2 },
  ] as unknown as TalkLog[];
  const late = [posted, ...byFrames, first].reduce<readonly Message[]>(
    (before, event) => evolveTalk(before, event),
    [],
  );
  expect(late).toMatchObject([{ editedAt: 2 }]);
  const [reveal] = revealWords(lines);
  const shown = (before: readonly Message[]) =>
    evolveTalk(before, { ...reveal, version: 4, at: 9, actor: 'ada' } as never);
  expect(shown(late)).toEqual(
    shown(
      [posted, first, second].reduce<readonly Message[]>((before, event) => evolveTalk(before, event), []),
    ),
  );
});
