// A house on a database of its own, without HTTP and sockets; what it publishes is kept.
import { pino } from 'pino';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import type { House } from '#server/house.ts';
import { migrateJobs } from '#server/jobs/run-jobs.ts';
import type { NoteTimes } from '#server/notes/note-desk.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type RoomHouse = { house: House; frames: RoomFrame[]; database: TestDatabase; close(): Promise<void> };

/** A house, and optionally another process's view of the same database: pass the first one's `database`. */
export async function openRoomHouse({
  database,
  now,
  noteTimes,
}: {
  database?: TestDatabase;
  now?: () => number;
  noteTimes?: NoteTimes;
} = {}): Promise<RoomHouse> {
  const ground = database ?? (await testDatabase());
  if (!database) await migrateJobs(ground.pool);
  const frames: RoomFrame[] = [];
  const house = createHouse({
    connection: ground,
    settings: readSettings({}),
    log: pino({ level: 'silent' }),
    now,
    noteTimes,
  });
  house.publish = (frame) => frames.push(frame);
  async function close(): Promise<void> {
    await house.notes.close();
    await house.rooms.close();
    if (!database) await ground.drop();
  }
  return { house, frames, database: ground, close };
}
