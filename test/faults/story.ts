// A history as its checker reads it: what was said about each command, each tab, each person.
import type { Entry, Line } from './history.ts';

type Of<Kind extends Entry['do']> = Extract<Line, { do: Kind }>;

export type Story = {
  begin: Of<'begin'>;
  /** Every going out of a command, by its id, in order of time. */
  sends: Map<string, Of<'send'>[]>;
  acks: Map<string, Of<'ack'>[]>;
  refusals: Map<string, Of<'refuse'>[]>;
  /** What each tab's person wrote there, in order. */
  writes: Map<string, Of<'write'>[]>;
  sights: Of<'see'>[];
  shows: Of<'show'>[];
  /** How far the log went each time a tab was let in. */
  entered: Of<'entered'>[];
  ends: Of<'end'>[];
  /** Who was no member at first, and who is none in the end. */
  joining: Of<'joining'>[];
  left: Of<'left'>[];
  notes: {
    written: Of<'note-write'>[];
    changed: Of<'note-change'>[];
    saved: Of<'note-saved'>[];
    /** What was stored at some moments, and what tabs had called saved before each. */
    looks: { pieces: string[]; saved: Of<'note-saved'>[] }[];
    seen: Of<'note-seen'>[];
    ends: Of<'note-end'>[];
  };
  deaths: Of<'died'>[];
  faults: number;
  settledMs: number | null;
  /** Where the log stood at the end. */
  head: number;
};

/**
 * Reads a history: a story for each room, with what is about all of them in each. A last line that was torn off by a crash
 * of the runner is left out.
 */
export function readStories(text: string): Story[] {
  const lines = text.split('\n').flatMap(parsed);
  const rooms = lines.flatMap((line) => (line.do === 'begin' ? line.room : []));
  return rooms.map((room) => storyOf(lines.filter((line) => line.room === undefined || line.room === room)));
}

function storyOf(lines: readonly Line[]): Story {
  const all = <Kind extends Entry['do']>(kind: Kind) =>
    lines.filter((line): line is Of<Kind> => line.do === kind);
  const [begin] = all('begin');
  if (!begin) throw new Error('A history begins with its beginning.');
  return {
    begin,
    sends: by(all('send'), ({ id }) => id),
    acks: by(all('ack'), ({ id }) => id),
    refusals: by(all('refuse'), ({ id }) => id),
    writes: by(all('write'), ({ tab }) => tab),
    sights: all('see'),
    shows: all('show'),
    entered: all('entered'),
    ends: all('end'),
    joining: all('joining'),
    left: all('left'),
    notes: {
      written: all('note-write'),
      changed: all('note-change'),
      saved: all('note-saved'),
      looks: all('note-look').map((look, index) => ({
        pieces: all('note-stored')[index]?.pieces ?? [],
        saved: all('note-saved').filter((saved) => lines.indexOf(saved) < lines.indexOf(look)),
      })),
      seen: all('note-seen'),
      ends: all('note-end'),
    },
    deaths: all('died'),
    faults: all('fault').length,
    settledMs: all('settled')[0]?.ms ?? null,
    head: all('head')[0]?.version ?? 0,
  };
}

function parsed(text: string): Line[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

function by<Thing>(things: Thing[], key: (thing: Thing) => string): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const thing of things) found.set(key(thing), [...(found.get(key(thing)) ?? []), thing]);
  return found;
}
