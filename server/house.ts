import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import type { UnreadNews } from '#app/domain/meeting/protocol.ts';
import type { DB } from '#db/schema.ts';
import type { Sessions } from './auth/sessions.ts';
import type { JobName, JobPayload } from './jobs/job-list.ts';
import type { Limits } from './limits/limits.ts';
import type { NoteDesk } from './notes/note-desk.ts';
import type { RoomStates } from './rooms/room-states.ts';
import type { Settings } from './settings.ts';

/** Whose live connections to cut: one sign-in, everything of a person, or a person within one circle. */
export type Cut = { session: string } | { person: string } | { person: string; circle: string };

/** Moments at which a crash is most telling: in the transaction, between commit and publishing, answering, catching up. */
export type Failpoint = 'after-insert' | 'before-hint' | 'after-commit-before-ack' | 'mid-catch-up';

/** The world, handed in and never imported: everything a use case may touch besides its arguments. */
export type House = {
  db: Kysely<DB>;
  settings: Settings;
  log: Logger;
  /** The only clock: milliseconds since the epoch. */
  now: () => number;
  /** A fresh UUID. */
  newId: () => string;
  /** 256 random bits, base64url: for links and sessions. Only its hash is ever stored. */
  newToken: () => string;
  sessions: Sessions;
  limits: Limits;
  rooms: RoomStates;
  /** The shared notes of meetings, as far as this process works on them. */
  notes: NoteDesk;
  /** Tells everyone in the room on this process. Called after the commit, never before. */
  publish: (frame: RoomFrame) => void;
  /** Tells the other processes that a log has moved on, soon and without waiting; may be lost. */
  hint: (room: string, version: number) => void;
  /** These are a room's members now, on this process: nobody else may hear anything more of it. */
  departed: (room: string, members: ReadonlySet<string>) => void;
  /** Tells all devices of these people, on every process, that what is new to them has changed. May be lost. */
  tellPeople: (people: readonly string[], news: UnreadNews) => void;
  /** Cuts live connections. Called after the commit that took the right away. */
  cut: (whom: Cut) => void;
  /** Queues a job in the caller's transaction; the same `key` twice queues once. */
  enqueue: <Name extends JobName>(
    db: Kysely<DB>,
    name: Name,
    payload: JobPayload<Name>,
    options?: { key?: string; runAt?: Date },
  ) => Promise<void>;
  /** Passed by at each such moment. The fault runs die or dawdle here; the program itself never sets it. */
  failpoint?: (name: Failpoint) => void | Promise<void>;
};
