// Everybody who writes in one meeting's notes, each with the browser's own half of it, in one process.
import * as Y from 'yjs';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import type { NotesOutbox } from '#app/screens/live/notes-outbox.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { openNoteLink } from '#app/screens/notes/note-link.ts';
import { answerAsks } from '../answer-asks.ts';
import { clientOf, connected } from '../room/socketio-client.ts';
import type { World } from '../room/world.ts';
import { openArrivals } from './arrivals.ts';

export type Writing = { seconds: number; perSecond: number };
export type Written = { typed: number; waits: number[]; diverged: number };

type Writer = { link: ReturnType<typeof openNoteLink>; close: () => void };

const writers: Writer[] = [];
const arrivals = openArrivals();

/** Browsers have a storage; here nothing is closed before it was sent. */
const noStorage: NotesOutbox = {
  put: async () => true,
  remove: async () => {},
  list: async () => [],
  clear: async () => {},
};

async function open({ url, rooms }: World): Promise<void> {
  const [meeting] = rooms;
  if (!meeting) throw new RangeError('Notes belong to a meeting.');
  const { room } = meeting;
  for (const place of meeting.people) {
    const socket: LiveSocket = clientOf(url, place.cookie);
    await connected(socket);
    await socket.emitWithAck('enter', { protocol: PROTOCOL, room, after: null, seat: true });
    const link = openNoteLink({ room, me: place.person, socket, outbox: noStorage, mayStore: () => false });
    const stop = link.start();
    link.online(true);
    await settled(link);
    arrivals.follow(link.doc);
    writers.push({
      link,
      close() {
        stop();
        socket.disconnect();
      },
    });
  }
  for (const { link } of writers) begin(link.doc);
  await Promise.all(writers.map(({ link }) => settled(link)));
}

/** A paragraph of one's own. */
function begin(doc: Y.Doc): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('')]);
  doc.getXmlFragment('notes').push([paragraph]);
  texts.set(doc, paragraph.get(0) as Y.XmlText);
}
const texts = new Map<Y.Doc, Y.XmlText>();

/** Everybody types at this pace, evenly spread over time; resolves when all have everything. */
async function write({ seconds, perSecond }: Writing): Promise<Written> {
  arrivals.begin();
  const every = 1_000 / perSecond;
  await Promise.all(
    writers.map(async ({ link: { doc } }, index) => {
      const text = texts.get(doc);
      const from = performance.now() + (index * every) / writers.length;
      for (let count = 0; count < seconds * perSecond; count += 1) {
        const wait = from + count * every - performance.now();
        if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
        text?.insert(text.length, 'x');
        arrivals.typed(doc);
      }
    }),
  );
  await Promise.all(writers.map(({ link }) => settled(link)));
  await arrivals.whole();
  const bytes = new Set(
    writers.map(({ link }) => Buffer.from(Y.encodeStateAsUpdate(link.doc)).toString('hex')),
  );
  return { ...arrivals.end(), diverged: bytes.size - 1 };
}

/** Everything that this one wrote is stored. */
function settled(link: Writer['link']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (link.get().standing !== 'saved') return;
      stop();
      resolve();
    };
    const stop = link.subscribe(look);
    look();
  });
}

answerAsks({ open, write }, async () => {
  for (const { close } of writers) close();
});
