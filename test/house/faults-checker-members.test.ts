// The checker of the fault runs, on histories in which somebody comes, goes, or writes in silence.
import { describe, expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { Entry } from '#test/faults/history.ts';
import { readStories } from '#test/faults/story.ts';
import { aCleanRun, ana, ben, changed, kinds, post, posted } from '#test/harness/clean-run.ts';

type Run = ReturnType<typeof aCleanRun>;

/** Ben left after the first line, and his tab says so. */
function withoutBen(run: Run): void {
  const { entries, stored } = run;
  entries.push({ do: 'left', person: ben, version: 2 });
  for (const entry of kinds(entries, 'see')) if (entry.person === ben) entry.events = stored.log.slice(0, 2);
  for (const entry of kinds(entries, 'show')) if (entry.tab === ben) entry.version = 2;
  for (const entry of kinds(entries, 'end'))
    if (entry.person === ben)
      Object.assign(entry, { state: fold(stored.log.slice(0, 2)), connection: 'cut' });
}
const left = (change: (run: Run) => void) =>
  changed((run) => {
    withoutBen(run);
    change(run);
  });
const endOf = ({ entries }: Run, whose: string) =>
  kinds(entries, 'end').find(({ person }) => person === whose) as Extract<Entry, { do: 'end' }>;

describe('the checker, where somebody leaves', () => {
  test('finds nothing when they saw no more, and know it', () => {
    expect(left(() => {})).toEqual([]);
  });

  test('finds what was written later and reached them, in a frame, on coming in, or on their screen', () => {
    const saw: Entry = { do: 'see', tab: ben, person: ben, events: [posted(3, 'two')] };
    expect(left(({ entries }) => entries.push(saw))).toEqual(['leaked']);
    const entered: Entry = { do: 'entered', tab: ben, person: ben, version: 3 };
    expect(left(({ entries }) => entries.push(entered))).toEqual(['leaked']);
    expect(left((run) => Object.assign(endOf(run, ben), { state: fold(run.stored.log) }))).toEqual([
      'leaked',
    ]);
  });

  test('finds a room that stayed open to them, and words that they wrote later', () => {
    expect(left((run) => Object.assign(endOf(run, ben), { connection: 'live' }))).toEqual(['leaked']);
    const wrote = left(({ entries, stored }) => {
      const [sent] = kinds(entries, 'send').slice(-1);
      if (sent) sent.person = ben;
      stored.log[2] = posted(3, 'two', ben);
    });
    expect(wrote).toContain('leaked');
  });

  test('lets their last line stay on the screen, and misses it when it is nowhere', () => {
    const write = (run: Run) => run.entries.push({ do: 'write', tab: ben, person: ben, id: 'c-late' });
    const kept = left((run) => {
      write(run);
      endOf(run, ben).left.push({ id: 'c-late', progress: 'waiting' });
    });
    expect(kept).toEqual([]);
    expect(left(write)).toEqual(['lost']);
  });
});

test('the checker finds what somebody saw before they joined', () => {
  const joining: Entry = { do: 'joining', person: ben };
  expect(changed(({ entries }) => entries.unshift(entries.shift() as Entry, joining))).toEqual([]);
  expect(changed(({ entries }) => entries.push(joining))).toEqual(['leaked']);
  const entered: Entry = { do: 'entered', tab: 'door', person: 'cleo', version: 0 };
  const early = changed(({ entries }) => entries.push(entered, { do: 'joining', person: 'cleo' }));
  expect(early).toEqual(['leaked']);
});

describe('the checker, where words are written in silence', () => {
  const secret: LoggedMeetingEvent = {
    ...{ kind: 'message.posted', message: 'hush', text: null, hidden: true, sealed: 'says hush' },
    ...{ version: 4, at: 1_004, actor: ana, command: 'c-hush' },
  };
  const { sealed: _words, ...masked } = secret;
  const reveal: LoggedMeetingEvent = {
    ...{ kind: 'message.revealed', lines: { hush: 'says hush' } },
    ...{ version: 5, at: 1_005, actor: null, command: null },
  };
  /** Ana writes in silence; Ben is told what `ben` says. */
  const silent = (bens: LoggedMeetingEvent[], log = [secret, reveal]) =>
    changed(({ entries, stored }) => {
      stored.log.push(...log);
      stored.version = stored.log.length;
      entries.push({ do: 'send', tab: 'a', person: ana, id: 'c-hush', command: post('hush') });
      entries.push({ do: 'see', tab: ana, person: ana, events: log });
      entries.push({ do: 'see', tab: ben, person: ben, events: bens });
      for (const end of kinds(entries, 'end')) end.state = fold([...stored.log.slice(0, 3), ...bens]);
    });

  test('finds nothing when others read them with the reveal', () => {
    expect(silent([masked as LoggedMeetingEvent, reveal])).toEqual([]);
    expect(silent([masked as LoggedMeetingEvent], [secret])).toEqual([]);
  });

  test('finds them in whatever reached somebody else before, as they are or in another shape', () => {
    expect(silent([secret, reveal])).toContain('leaked');
    const aloud = { ...masked, text: 'says hush' } as LoggedMeetingEvent;
    expect(silent([aloud], [secret])).toContain('leaked');
  });
});

test('the checker tells the rooms of one history apart', () => {
  const { entries } = aCleanRun();
  const other: Entry = { do: 'begin', seed: 1, room: 'circle', people: [ana], patience: 100 };
  const lines = [
    ...entries.map((entry) => ({ room: 'room', ...entry })),
    other,
    { do: 'died', code: 1, signal: null },
  ];
  const [meeting, circle] = readStories(lines.map((line, t) => JSON.stringify({ t, ...line })).join('\n'));
  expect([meeting?.writes.size, circle?.writes.size]).toEqual([1, 0]);
  expect([meeting?.deaths.length, circle?.deaths.length]).toEqual([1, 1]);
});
