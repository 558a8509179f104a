import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import type { NoteFrame, NotesOpened, NotesWritten } from '#app/domain/notes/wire.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { type NoteDeps, type NoteLane, openNoteLane } from './note-lane.ts';
import { openScribe } from './scribe.ts';
import { bringUpNote } from './search-notes.ts';
import { watchNotes } from './watch-notes.ts';

/** How often we look what other processes wrote, and how long notes lie before they are put away, in ms. */
export type NoteTimes = { look: number; quiet: number };

const standardTimes: NoteTimes = { look: 500, quiet: 15_000 };

/**
 * `written`: here, just now, so that other processes do not know it yet; with how often somebody had left the circle by
 * then.
 */
export type NoteListener = (frame: NoteFrame, written?: { departures: number }) => void;

/** The notes of all meetings on this process. Who may is asked before. */
export type NoteDesk = {
  open: (meeting: string, vector: Uint8Array) => Promise<NotesOpened | Refusal>;
  write: (meeting: string, author: string, update: Uint8Array) => Promise<NotesWritten | Refusal>;
  /** What can be read: empty when nobody has written a word, null when they cannot be read now. */
  read: (meeting: string) => Promise<NoteBlock[] | null>;
  /** An update that would put a heading and the notes of `from` at the end of a meeting's; null when there are none. */
  carried: (meeting: string, from: string, heading: string) => Promise<Uint8Array | null>;
  compact: (meeting: string) => Promise<void>;
  /** Makes a meeting's notes searchable as they are now. Throws when they cannot be read. */
  bringUp: (meeting: string) => Promise<void>;
  /** Whether somebody on this process has them open: then what others write is looked for. */
  watch: (meeting: string, on: boolean) => void;
  /** Takes a frame that another process wrote: told here, when anybody has these notes open, to those who still belong. */
  take: (frame: NoteFrame, departures: number) => Promise<void>;
  /** Calls `listener` with every frame, after its commit; there is one listener. */
  hear: (listener: NoteListener) => void;
  close: () => Promise<void>;
};

/** Opens the desk. The worker starts with the first notes. */
export function openNoteDesk(deps: NoteDeps, times: NoteTimes = standardTimes): NoteDesk {
  const lanes = new Map<string, { lane: NoteLane; usedAt: number }>();
  let listener: NoteListener = () => {};
  const scribe = openScribe(() => {
    for (const { lane } of lanes.values()) lane.forget();
  });
  const watch = watchNotes(deps, times.look, (frame) => listener(frame));

  function tell(frame: NoteFrame, departures: number): void {
    watch.told(frame.room, frame.seq);
    listener(frame, { departures });
  }

  function laneOf(meeting: string): NoteLane {
    const known = lanes.get(meeting);
    const lane = known?.lane ?? openNoteLane({ ...deps, scribe, meeting, tell });
    lanes.set(meeting, { lane, usedAt: performance.now() });
    return lane;
  }

  /** Notes that nobody has used for a while are drawn together and leave the memory. */
  async function putAway(): Promise<void> {
    for (const [meeting, { lane, usedAt }] of [...lanes]) {
      if (watch.has(meeting) || performance.now() - usedAt < times.quiet) continue;
      await lane.rest().catch(() => {});
      if (lanes.get(meeting)?.usedAt === usedAt) lanes.delete(meeting);
    }
  }
  let tidying: Promise<void> = Promise.resolve();
  const tidy = setInterval(() => {
    tidying = tidying.then(putAway);
  }, times.quiet / 3).unref();

  return {
    open: (meeting, vector) => laneOf(meeting).open(vector),
    write: (meeting, author, update) => laneOf(meeting).write(author, new Uint8Array(update)),
    read: (meeting) =>
      laneOf(meeting)
        .tree()
        .catch(() => null),
    carried: (meeting, from, heading) => laneOf(meeting).carried(from, heading),
    compact: (meeting) => laneOf(meeting).compact(),
    bringUp: (meeting) => bringUpNote(deps, scribe, meeting),
    watch(meeting, on) {
      watch.set(meeting, on);
      if (!on && lanes.has(meeting)) laneOf(meeting);
    },
    async take(frame, departures) {
      if (!watch.has(frame.room)) return;
      await deps.heedDepartures(frame.room, departures);
      watch.told(frame.room, frame.seq);
      listener(frame);
    },
    hear(next) {
      listener = next;
    },
    async close() {
      clearInterval(tidy);
      watch.close();
      await tidying;
      await Promise.all([...lanes.values()].map(({ lane }) => lane.settled()));
      await scribe.close();
    },
  };
}
