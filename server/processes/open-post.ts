import type { UnreadNews } from '#app/domain/meeting/protocol.ts';
import type { NoteAwareNews } from '#app/domain/notes/wire.ts';
import type { Cut } from '../house.ts';
import type { NotesElsewhere, Typing, UnreadElsewhere, Word } from './words.ts';

/** What is said within this time goes out as one, in ms. */
const TOGETHER = 15;
/** How many entries one word carries, so that it fits into a notification of PostgreSQL. */
const MOST = { versions: 100, seats: 150, typing: 50, unread: 40, aware: 10 };

/**
 * Collects what there is to say to other processes. However busy the rooms are, it is a word or two each 15 ms; and while
 * nobody else is there nothing is said. Notes and cuts do not wait.
 */
export function openPost(send: (word: Word) => void, isAlone: () => boolean) {
  const versions = new Map<string, number>();
  const seats = new Set<string>();
  const typing = new Map<string, Typing>();
  const unread = new Map<string, UnreadElsewhere>();
  const aware = new Map<string, NoteAwareNews>();
  let timer: NodeJS.Timeout | undefined;

  function soon(): void {
    timer ??= setTimeout(flush, TOGETHER).unref();
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const some of chunks([...versions], MOST.versions)) send({ versions: some });
    for (const some of chunks([...seats], MOST.seats)) send({ seats: some });
    for (const some of chunks([...typing.values()], MOST.typing)) send({ typing: some });
    for (const some of chunks([...unread.values()], MOST.unread)) send({ unread: some });
    for (const some of chunks([...aware.values()], MOST.aware)) send({ aware: some });
    for (const said of [versions, seats, typing, unread, aware]) said.clear();
  }

  return {
    version(room: string, version: number): void {
      if (isAlone()) return;
      versions.set(room, version);
      soon();
    },
    seats(rooms: Iterable<string>): void {
      if (isAlone()) return;
      for (const room of rooms) seats.add(room);
      soon();
    },
    typing(news: Typing): void {
      if (isAlone()) return;
      typing.set(`${news.room} ${news.person}`, news);
      soon();
    },
    unread(people: readonly string[], { room, version }: UnreadNews): void {
      if (isAlone()) return;
      const what = version === null ? 'written' : 'read';
      for (const person of people) unread.set(`${person} ${room} ${what}`, { person, room, version });
      soon();
    },
    aware(news: NoteAwareNews): void {
      if (isAlone()) return;
      aware.set(`${news.room} ${news.person} ${news.client}`, news);
      soon();
    },
    notes(news: NotesElsewhere): void {
      if (!isAlone()) send({ notes: [news] });
    },
    cut: (whom: Cut): void => send({ cuts: [whom] }),
    /** Says what is left. */
    close: flush,
  };
}

export type Post = ReturnType<typeof openPost>;

function chunks<One>(all: One[], size: number): One[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}
