import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { lockCircle } from '#db/circle.ts';
import { insertMeetings, listMeetings, type MeetingRow, setMeetingTime } from '#db/meeting.ts';
import type { DB } from '#db/schema.ts';
import { jobList } from '#server/jobs/job-list.ts';
import { addMeeting } from '#server/meetings/add-meeting.ts';
import { restoreMeeting } from '#server/meetings/restore-meeting.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { tellLog } from '#server/meetings/tell-log.ts';
import { afterMeetingClosed } from '#server/rota/after-meeting-closed.ts';
import { aCircleOf, aSeason, type Circle, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { until } from '#test/harness/until.ts';
import { disagreements } from '../rota/rota-world.ts';

let opened: TestHouse;
let circle: Circle;
let skipped: MeetingRow;
let later: MeetingRow;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());
beforeEach(async () => {
  circle = await aCircleOf(opened.house, 3);
  [skipped, later] = (await aSeason(opened.house, circle, { meetings: 2 })).meetings as [
    MeetingRow,
    MeetingRow,
  ];
  must(await skip(skipped.id));
});

const skip = (meetingId: string) =>
  skipMeeting(opened.house, circle.members[0]!, { circleId: circle.id, meetingId });
const restore = (meetingId: string) =>
  restoreMeeting(opened.house, circle.members[0]!, { circleId: circle.id, meetingId });
const sameTime = () => ({ localDate: skipped.local_date, localTime: skipped.local_time, lengthMinutes: 60 });
const instant = () => ({ ...sameTime(), timeZone: 'UTC', startsAt: skipped.starts_at.getTime() });

async function plannedThen(): Promise<string[]> {
  const rows = await listMeetings(opened.house.db, circle.id);
  const then = rows.filter((row) => row.starts_at.getTime() === skipped.starts_at.getTime());
  return then.filter(({ status }) => status === 'planned').map(({ id }) => id);
}

/** A second meeting at the time of the first, skipped as well. */
async function anotherSkipped(): Promise<string> {
  const id = randomUUID();
  must(await addMeeting(opened.house, circle.members[1]!, { id, circleId: circle.id, ...sameTime() }));
  must(await skip(id));
  return id;
}

/**
 * Puts the meeting back while somebody holds the circle's row, who read it before and changes it after the log was told.
 * Answers what whoever put it back is told.
 */
async function restoredWhile(change: (tx: Kysely<DB>) => Promise<unknown>) {
  const { answer } = await opened.house.db.transaction().execute(async (tx) => {
    await lockCircle(tx, circle.id);
    const restoring = restore(skipped.id);
    await until(async () => expect(await plannedThen()).toEqual([skipped.id]));
    await change(tx);
    // In an object: the transaction must not wait for whoever waits for it.
    return { answer: restoring };
  });
  return answer;
}

/** No log takes in that a meeting is skipped while `task` runs. */
async function whileNothingIsSkipped(task: () => Promise<void>): Promise<void> {
  const { db } = opened.house;
  const rule = sql`add constraint no_skipping check (kind <> 'meeting.skipped') not valid`;
  await sql`alter table room_event ${rule}`.execute(db);
  try {
    await task();
  } finally {
    await sql`alter table room_event drop constraint no_skipping`.execute(db);
  }
}

const judging = () =>
  sql<{ payload: { meeting: string } }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'judge-restored'`.execute(opened.house.db);

/** What is queued to judge the meeting, as something to run. */
async function judgingJob(): Promise<() => Promise<void>> {
  const { rows } = await judging();
  const [mine] = rows.filter(({ payload }) => payload.meeting === skipped.id);
  const { schema, run } = jobList['judge-restored'];
  return () => run(opened.house, schema.parse(mine?.payload), { id: '1' });
}

const staysSkipped = { refused: 'out-of-date', message: expect.stringContaining('stays skipped') };

test('S4 what is added at its time at the same moment stays, and the meeting stays skipped', async () => {
  const added = { id: randomUUID(), circleId: circle.id, seasonId: skipped.season_id, ...instant() };
  const answer = await restoredWhile((tx) => insertMeetings(tx, [added]));
  expect(answer).toMatchObject(staysSkipped);
  expect(await plannedThen()).toEqual([added.id]);
  expect((await opened.house.rooms.state(skipped.id))?.status).toBe('skipped');
});

test('S4 what is moved to its time at the same moment stays there, and the meeting stays skipped', async () => {
  const answer = await restoredWhile((tx) => setMeetingTime(tx, later.id, instant(), 'planned'));
  expect(answer).toMatchObject(staysSkipped);
  expect(await plannedThen()).toEqual([later.id]);
});

test('S4 of two that are put back onto one time at once never both take place', async () => {
  const both = [skipped.id, await anotherSkipped()];
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(both.map(restore));
    const restored = both.filter((_, index) => !isRefusal(answers[index]));
    expect(restored.length).toBeLessThan(2);
    expect(await plannedThen()).toEqual(restored);
    for (const answer of answers.filter(isRefusal)) expect(answer.refused).toBe('out-of-date');
    for (const meetingId of restored) must(await skip(meetingId));
  }
  expect(await disagreements(opened.house, circle.id)).toEqual([]);
});

test('what cannot be judged, because somebody holds the circle for too long, stays skipped', async () => {
  await opened.house.db.transaction().execute(async (tx) => {
    await lockCircle(tx, circle.id);
    await expect(restore(skipped.id)).rejects.toThrow(/lock timeout/);
  });
  expect(await plannedThen()).toEqual([]);
  expect(await restore(skipped.id)).toEqual({ restored: true });
});

test('what can neither be judged nor skipped again says why it could not be judged, and a job judges it', async () => {
  await whileNothingIsSkipped(() =>
    opened.house.db.transaction().execute(async (tx) => {
      await lockCircle(tx, circle.id);
      await expect(restore(skipped.id)).rejects.toThrow(/lock timeout/);
    }),
  );
  expect(await plannedThen()).toEqual([skipped.id]);
  await (await judgingJob())();
  expect((await opened.house.rooms.state(skipped.id))?.status).toBe('planned');
  expect(await disagreements(opened.house, circle.id)).toEqual([]);
});

test('what somebody else skips again at the same moment is not restored, and the rota follows', async () => {
  const skipAgain = { kind: 'meeting.skip', because: 'decided' } as const;
  const answer = await restoredWhile(() => tellLog(opened.house, skipped.id, skipAgain));
  expect(answer).toMatchObject(staysSkipped);
  expect(await plannedThen()).toEqual([]);
  await afterMeetingClosed(opened.house, skipped.id);
  expect(await disagreements(opened.house, circle.id)).toEqual([]);
});

describe('when the process dies before the restored meeting was judged', () => {
  /** What the process had done by then. What it queued is answered as something to run. */
  async function diedThere(): Promise<() => Promise<void>> {
    must(await tellLog(opened.house, skipped.id, { kind: 'meeting.restore' }));
    return judgingJob();
  }

  test('S4 a job does: what is in the way of another one is skipped again, however often it runs', async () => {
    const added = { id: randomUUID(), circleId: circle.id, seasonId: skipped.season_id, ...instant() };
    await insertMeetings(opened.house.db, [added]);
    const judge = await diedThere();
    expect(await plannedThen()).toHaveLength(2);
    for (const _twice of [1, 2]) await judge();
    expect(await plannedThen()).toEqual([added.id]);
    expect((await opened.house.rooms.state(skipped.id))?.status).toBe('skipped');
    expect(await disagreements(opened.house, circle.id)).toEqual([]);
  });

  test('what has its time to itself stays, and the rota follows', async () => {
    const judge = await diedThere();
    await judge();
    expect(await plannedThen()).toEqual([skipped.id]);
    expect(await disagreements(opened.house, circle.id)).toEqual([]);
  });

  test('what was judged leaves nothing to judge', async () => {
    expect(await restore(skipped.id)).toEqual({ restored: true });
    const { rows } = await judging();
    expect(rows.map(({ payload }) => payload.meeting)).not.toContain(skipped.id);
  });
});

test('a meeting that was moved away while it was put back takes place at its new time', async () => {
  const added = { id: randomUUID(), circleId: circle.id, seasonId: skipped.season_id, ...instant() };
  const elsewhere = { ...instant(), localTime: '13:00', startsAt: instant().startsAt + 4 * 3_600_000 };
  const answer = await restoredWhile(async (tx) => {
    await setMeetingTime(tx, skipped.id, elsewhere, 'planned');
    await insertMeetings(tx, [added]);
  });
  expect(answer).toEqual({ restored: true });
  expect(await plannedThen()).toEqual([added.id]);
  expect((await opened.house.rooms.state(skipped.id))?.status).toBe('planned');
});

test('S4 one member puts it back while another adds one at its time: one of them takes place', async () => {
  const wish = { id: randomUUID(), circleId: circle.id, ...sameTime() };
  const adding = addMeeting(opened.house, circle.members[1]!, wish);
  const [restored, added] = await Promise.all([restore(skipped.id), adding]);
  expect([restored, added].filter((answer) => !isRefusal(answer))).toHaveLength(1);
  expect(await plannedThen()).toEqual([isRefusal(added) ? skipped.id : wish.id]);
  expect(await disagreements(opened.house, circle.id)).toEqual([]);
});
