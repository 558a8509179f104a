import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { NoteAwareNews, NoteCursor } from '#app/domain/notes/wire.ts';
import type { LiveSocket } from '../live/socket.ts';

type Place = { room: string; doc: Y.Doc; socket: LiveSocket; nameOf: (person: string) => string };

/** How often a cursor is told at most, in ms. */
const EVERY = 120;

type Local = { cursor?: { anchor: Y.RelativePosition; head: Y.RelativePosition } | null };

/**
 * Where everybody is in the notes (P36): volatile, throttled, forgotten by itself. Whose a cursor is says the server, so
 * names are looked up and never believed.
 */
export function openNoteCursors({ room, doc, socket, nameOf }: Place) {
  const awareness = new Awareness(doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clock = 0;

  function tell(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      const { cursor = null } = (awareness.getLocalState() ?? {}) as Local;
      if (socket.connected)
        socket.volatile.emit('notes.aware', { room, client: doc.clientID, cursor: cursor && plain(cursor) });
    }, EVERY);
  }

  function hear({ room: where, person, client, cursor }: NoteAwareNews): void {
    if (where !== room || client === doc.clientID) return;
    const isNew = !awareness.states.has(client);
    if (cursor === null) {
      if (isNew) return;
      awareness.states.delete(client);
      awareness.meta.delete(client);
    } else {
      clock += 1;
      awareness.states.set(client, { user: { name: nameOf(person), person }, cursor });
      awareness.meta.set(client, { clock, lastUpdated: Date.now() });
    }
    const change = {
      added: cursor && isNew ? [client] : [],
      updated: cursor && !isNew ? [client] : [],
      removed: cursor ? [] : [client],
    };
    awareness.emit('change', [change, 'told']);
    awareness.emit('update', [change, 'told']);
    // Somebody who has just come has not heard of us.
    if (change.added.length > 0) tell();
  }

  const onUpdate = (_change: unknown, origin: unknown) => {
    if (origin === 'local') tell();
  };

  return {
    awareness,
    /** Begins to tell and to listen; answers what ends it. */
    start(): () => void {
      awareness.on('update', onUpdate);
      socket.on('notes.aware', hear);
      return () => {
        clearTimeout(timer);
        timer = undefined;
        awareness.off('update', onUpdate);
        socket.off('notes.aware', hear);
        awareness.destroy();
      };
    },
  };
}

function plain({ anchor, head }: { anchor: Y.RelativePosition; head: Y.RelativePosition }): NoteCursor {
  return { anchor: Y.relativePositionToJSON(anchor), head: Y.relativePositionToJSON(head) };
}
