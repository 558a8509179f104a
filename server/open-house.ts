import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Connection } from '#db/connect.ts';
import { insertJob } from '#db/job.ts';
import { openSessions } from './auth/sessions.ts';
import type { House } from './house.ts';
import { type Figures, standardFigures } from './limits/figures.ts';
import { openLimits } from './limits/limits.ts';
import { type NoteTimes, openNoteDesk } from './notes/note-desk.ts';
import { openRooms } from './rooms/open-rooms.ts';
import type { Settings } from './settings.ts';

type Materials = {
  connection: Pick<Connection, 'db' | 'pool'>;
  settings: Settings;
  log: Logger;
  /** Tests bring their own clock, ids and figures. */
  now?: (() => number) | undefined;
  newId?: (() => string) | undefined;
  newToken?: (() => string) | undefined;
  figures?: Figures | undefined;
  noteTimes?: NoteTimes | undefined;
};

/**
 * Puts the world together. Nobody is connected live yet, so there is nobody to tell or to cut off; whoever opens the
 * sockets puts `publish`, `tellPeople` and `cut` in place.
 */
export function createHouse({
  connection,
  settings,
  log,
  figures = standardFigures,
  noteTimes,
  ...own
}: Materials): House {
  const { db, pool } = connection;
  const house: Omit<House, 'rooms' | 'notes'> = {
    db,
    settings,
    log,
    now: own.now ?? Date.now,
    newId: own.newId ?? randomUUID,
    newToken: own.newToken ?? (() => randomBytes(32).toString('base64url')),
    sessions: openSessions(connection, settings.sessionIdleDays),
    limits: openLimits(pool, figures),
    publish: () => {},
    tellPeople: () => {},
    hint: () => {},
    departed: () => {},
    cut: () => {},
    enqueue: insertJob,
  };
  const rooms = openRooms(house);
  const { heedDepartures } = rooms;
  return Object.assign(house, { rooms, notes: openNoteDesk({ ...house, heedDepartures }, noteTimes) });
}
