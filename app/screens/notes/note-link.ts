import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import type { NoteFrame, NotesOpened } from '#app/domain/notes/wire.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import type { NotesOutbox } from '../live/notes-outbox.ts';
import type { LiveSocket } from '../live/socket.ts';
import { keepOneText } from './keep-one-text.ts';
import { openNoteSender } from './note-sender.ts';
import type { NoteState } from './note-state.ts';
import { openUnsent, wordsIn } from './unsent.ts';

type Place = {
  room: string;
  me: string;
  socket: LiveSocket;
  outbox: NotesOutbox;
  /** Whether this browser may keep anything: not after a sign-out. */
  mayStore: () => boolean;
};

/** Before opening is tried again after no or no useful answer, in ms. */
const PAUSE = 1_000;

export type NoteLink = ReturnType<typeof openNoteLink>;

/**
 * One room's notes in one tab (P35). The document begins with what the server has, and nothing is written before that is
 * there. From then on frames come in by number, what is typed goes out until it is acknowledged, and after every gap both
 * sides tell what they have.
 */
export function openNoteLink({ room, me, socket, outbox, mayStore }: Place) {
  const doc = asWritten(new Y.Doc());
  keepOneText(doc);
  const listeners = new Set<() => void>();
  /** The origin of every change that is not this person's. */
  const elsewhere = {};
  let state: NoteState = { standing: 'opening', refusal: null, stray: '' };
  let document: { generation: string; seq: number } | null = null;
  let isOnline = false;
  let early: NoteFrame[] | null = null;
  /** The line is another one since it was opened, or something else has changed: once more after this. */
  let onceMore = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const unsent = openUnsent({ room, me, outbox, mayStore });
  const sender = openNoteSender({
    ...{ room, socket, unsent },
    isReady: () => isOnline && document !== null && early === null && state.standing !== 'renewed',
    arrived: () => settle(),
    misunderstood: () => void open(),
    refused: (refusal) => set({ standing: 'refused', refusal }),
  });

  function set(changes: Partial<NoteState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  function settle(): void {
    if (!document || state.standing === 'renewed') return;
    const standing = unsent.isEmpty() ? 'saved' : isOnline ? 'saving' : 'kept';
    if (standing !== state.standing) set({ standing, refusal: null });
  }

  /** Tells what we have and hears what we lack; once at a time. Frames that come meanwhile wait. */
  async function open(): Promise<void> {
    clearTimeout(again);
    if (!isOnline || state.standing === 'renewed') return;
    onceMore = early !== null;
    if (early) return;
    early = [];
    const vector = document ? Y.encodeStateVector(doc) : new Uint8Array();
    const answer = await socket.emitWithAck('notes.open', { room, vector }).catch(() => null);
    const isGood = answer !== null && !isRefusal(answer) && (await takeIn(answer));
    const waited = early;
    early = null;
    for (const frame of waited) onFrame(frame);
    if (onceMore) void open();
    else if (isGood) void sender.flush();
    else if (isOnline)
      again = setTimeout(() => void open(), answer && isRefusal(answer) ? (answer.retryMs ?? PAUSE) : PAUSE);
  }

  /**
   * Puts in what comes from elsewhere; false when whoever draws it failed over it. It is in the document then all the same,
   * and both sides compare again.
   */
  function putIn(update: Uint8Array | ArrayBuffer): boolean {
    try {
      Y.applyUpdate(doc, bytes(update), elsewhere);
      return true;
    } catch {
      return false;
    }
  }

  async function takeIn({ generation, seq, update, vector }: NotesOpened): Promise<boolean> {
    if (document && document.generation !== generation) {
      set({ standing: 'renewed', refusal: null });
      return true;
    }
    const isFirst = document === null;
    if (!putIn(update)) return false;
    document = { generation, seq };
    if (isFirst) await takeUp(generation);
    if (!unsent.isEmpty() || knowsMore(doc, bytes(vector))) {
      const ours = Y.encodeStateAsUpdate(doc, bytes(vector));
      if (unsent.isEmpty()) unsent.add(generation, ours);
      else unsent.replace(generation, ours);
    }
    settle();
    return true;
  }

  /** What was written on an earlier page and never arrived. */
  async function takeUp(generation: string): Promise<void> {
    const { ours, stray } = await unsent.restore(generation);
    for (const update of ours) putIn(update);
    if (stray.length > 0) set({ stray: wordsIn(stray) });
  }

  function onFrame(frame: NoteFrame): void {
    if (frame.room !== room) return;
    if (early) return void early.push(frame);
    if (!document) return;
    if (frame.generation !== document.generation || frame.after > document.seq) return void open();
    if (frame.seq <= document.seq) return;
    if (!putIn(frame.update)) return void open();
    document.seq = frame.seq;
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === elsewhere || !document) return;
    unsent.add(document.generation, update);
    // What was refused may fit now: then both sides compare first.
    const wasRefused = state.standing === 'refused';
    settle();
    if (wasRefused) void open();
    else sender.soon();
  });

  return {
    doc,
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Whether the room's line is up. */
    online(is: boolean): void {
      isOnline = is;
      if (is) void open();
      else settle();
    },
    /** Begins to listen; answers what ends it. The document stays as it is. */
    start(): () => void {
      socket.on('notes.frame', onFrame);
      return () => {
        isOnline = false;
        socket.off('notes.frame', onFrame);
        sender.stop();
        clearTimeout(again);
        if (socket.connected) socket.emit('notes.close', { room }, () => {});
      };
    },
    /** Drops what cannot be stored any more, after its author has copied it. */
    async forget(): Promise<void> {
      const strays = (await outbox.list(me, room)).filter(
        ({ generation }) => generation !== document?.generation,
      );
      for (const { id } of strays) await outbox.remove(id);
      set({ stray: '' });
    },
  };
}

/** Browsers hand binary parts over as buffers, other clients as views of larger ones. */
function bytes(given: Uint8Array | ArrayBuffer): Uint8Array {
  return new Uint8Array(given);
}

/** Whether a document holds something that a state vector does not. */
function knowsMore(doc: Y.Doc, vector: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(vector);
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
    ([client, clock]) => clock > (theirs.get(client) ?? 0),
  );
}
