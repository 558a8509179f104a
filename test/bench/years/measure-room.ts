import { sql } from 'kysely';
import { isRefusal } from '#app/domain/refusal.ts';
import { listCirclesWithUnread } from '#db/read-mark.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { keepRoom } from '#server/rooms/keep-snapshots.ts';
import { rebuildSearchRoom } from '#server/search/bring-up.ts';
import { lookAtOlderThreads, lookAtThreadOf } from '#server/talk/look-into-threads.ts';
import { progress } from '../report.ts';
import { type Study, time } from './study.ts';
import { type TalkativeCircle, talkativeCircle } from './talkative-circle.ts';

/** A circle's room with so many lines: opening it, entering it, looking back in it. */
export async function measureRoom(study: Study, lines: number): Promise<void> {
  const { house } = study;
  const began = performance.now();
  const circle = await talkativeCircle(house, lines);
  progress(`${lines} lines said in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  const name = (what: string) => `room.${lines}.${what}`;
  const named = { ...study, name, circle };
  await measureOpening(named, lines);
  const oldest = await measureEntering(named);
  await measureLookingBack(named, oldest);
  progress(`${lines} lines measured`);
}

type Named = Study & { name: (what: string) => string; circle: TalkativeCircle };

/** Read from the log by whoever comes first, without a snapshot and with one. */
async function measureOpening(study: Named, lines: number): Promise<void> {
  const { house, figures, name } = study;
  const { circle: room } = study.circle;
  const forgotten = async () => house.rooms.forget(room);
  const unkept = () => house.db.deleteFrom('room_snapshot').where('room_id', '=', room).execute();
  async function open(): Promise<void> {
    const state = await house.rooms.state(room);
    if (state?.version !== lines) throw new Error(`the room is at ${state?.version}`);
  }
  await time(study, {
    name: name('cold.without_snapshot.ms'),
    run: open,
    before: () => Promise.all([forgotten(), unkept()]),
  });
  await time(study, { name: name('snapshot.ms'), run: () => keepRoom(house, room), before: unkept });
  await time(study, { name: name('cold.with_snapshot.ms'), run: open, before: forgotten });
  const { rows } = await sql<{ bytes: number }>`
    select pg_column_size(state) as bytes from room_snapshot where room_id = ${room}`.execute(house.db);
  figures.add(name('snapshot.stored'), rows[0]?.bytes ?? Number.NaN, 'bytes');
}

/** Answers the version of the oldest line that whoever enters gets. */
async function measureEntering(study: Named): Promise<number> {
  const { house, figures, name, circle } = study;
  const enter = () => enterRoom(house, circle.person, { room: circle.circle, after: null });
  const entered = await enter();
  if (isRefusal(entered) || !('snapshot' in entered)) throw new Error('nobody could enter');
  const { messages: talk } = entered.snapshot;
  await time(study, { name: name('enter.ms'), run: enter });
  figures.add(name('enter.lines'), talk.length, 'lines');
  figures.add(name('enter.sent'), JSON.stringify(entered).length, 'bytes');
  return talk[0]?.version ?? 0;
}

async function measureLookingBack(study: Named, oldest: number): Promise<void> {
  const { house, name } = study;
  const { circle: room, person, middle } = study.circle;
  await time(study, {
    name: name('older.ms'),
    async run() {
      const { lines } = await lookAtOlderThreads(house, room, oldest);
      if (lines.length === 0) throw new Error('there are no older conversations');
    },
  });
  await time(study, {
    name: name('conversation.ms'),
    async run() {
      const found = await lookAtThreadOf(house, room, middle);
      if (!found) throw new Error('the conversation is not there');
    },
  });
  await time(study, { name: name('new.ms'), run: () => listCirclesWithUnread(house.db, person) });
  const where = { room, circle: room, meeting: null };
  await time(study, {
    name: name('searchable.ms'),
    run: () => rebuildSearchRoom(house, where),
    warm: 0,
  });
}
