// A history of a fault run, made by hand, in which nothing is wrong; tests of the checker change it.
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { Entry, Line } from '#test/faults/history.ts';
import { judge } from '#test/faults/judge.ts';
import type { Stored } from '#test/faults/stored.ts';
import { readStories } from '#test/faults/story.ts';

export const ana: string = 'ana';
export const ben: string = 'ben';
export const post = (message: string) => ({
  kind: 'message.post' as const,
  message,
  text: `says ${message}`,
});
export const posted = (version: number, id: string, actor = ana): LoggedMeetingEvent => ({
  ...{ kind: 'message.posted', message: id, text: `says ${id}` },
  ...{ version, at: 1_000 + version, actor, command: `c-${id}` },
});
const planned: LoggedMeetingEvent = {
  ...{ kind: 'meeting.planned', startsAt: 1_000, lengthMinutes: 60 },
  ...{ version: 1, at: 1_001, actor: null, command: 'house' },
};

/** Ana writes two lines, both tabs see them: nothing is wrong here. */
export function aCleanRun(): { entries: Entry[]; stored: Stored } {
  const log = [planned, posted(2, 'one'), posted(3, 'two')];
  const begin: Entry = { do: 'begin', seed: 1, room: 'room', people: [ana, ben], patience: 100 };
  const words = ['one', 'two'].flatMap((id, index): Entry[] => [
    { do: 'write', tab: 'a', person: ana, id: `c-${id}` },
    { do: 'send', tab: 'a', person: ana, id: `c-${id}`, command: post(id) },
    { do: 'ack', tab: 'a', id: `c-${id}`, version: index + 2 },
  ]);
  const ends = [ana, ben].flatMap((person): Entry[] => [
    { do: 'see', tab: person, person, events: [...log] },
    { do: 'show', tab: person, version: 3 },
    { do: 'end', tab: person, person, connection: 'live', left: [], state: fold(log) },
  ]);
  const rest: Entry[] = [
    { do: 'settled', ms: 50 },
    { do: 'head', version: 3 },
  ];
  const meeting = { status: 'planned', led_by: null, started_at: null, closed_at: null };
  const stored: Stored = {
    kind: 'meeting',
    version: 3,
    log,
    meeting,
    actions: [],
    attendance: [],
    notes: { newest: 0, upto: 0, pieces: [] },
  };
  return { entries: [begin, ...words, ...rest, ...ends], stored };
}

/** The kinds of wrong that the checker finds in it, each once. */
export function wrongsOf({ entries, stored }: { entries: Entry[]; stored: Stored }): string[] {
  const lines = entries.map((entry, t): Line => ({ t, ...entry }));
  const [story] = readStories(lines.map((line) => JSON.stringify(line)).join('\n'));
  if (!story) throw new Error('A run has a beginning.');
  return [...new Set(judge(story, stored).violations.map(({ wrong }) => wrong))].sort();
}

/** The clean run with one change. */
export function changed(change: (run: { entries: Entry[]; stored: Stored }) => void): string[] {
  const run = structuredClone(aCleanRun());
  change(run);
  return wrongsOf(run);
}

export const kinds = <Kind extends Entry['do']>(entries: Entry[], kind: Kind) =>
  entries.filter((entry): entry is Extract<Entry, { do: Kind }> => entry.do === kind);
