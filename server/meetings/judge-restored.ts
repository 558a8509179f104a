import { lockCircle } from '#db/circle.ts';
import { deleteJob } from '#db/job.ts';
import { listMeetings } from '#db/meeting.ts';
import type { House } from '../house.ts';
import { judgingKey } from '../rooms/commit-drafts.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import { changeRota } from '../rota/change-rota.ts';
import { asSpan, findOverlapping } from '../seasons/judge-time.ts';
import { settleCircle } from './settle-circle.ts';
import { tellSurely } from './tell-surely.ts';

type Place = { circleId: string; meetingId: string };

/** `crossed`: another meeting has its time, so it is skipped again; `gone`: somebody else has skipped it meanwhile. */
export type Judged = 'stays' | 'crossed' | 'gone';

/**
 * S4 A restored meeting's time was judged, and the log told, without the circle's row. Whoever planned meanwhile held it and
 * may not have seen this meeting; from here on everybody does. The rota and the circle's meetings follow what comes of it.
 * Where it cannot be judged it throws, and the meeting is `skipped` again or waits for the job, which has `another-try`.
 */
export async function judgeRestored(
  house: House,
  place: Place,
  unjudged: 'skipped' | 'another-try',
): Promise<Judged> {
  const judged = await judge(house, place).catch(async (error: unknown) => {
    if (unjudged === 'skipped') await skipUnjudged(house, place);
    throw error;
  });
  if (judged === 'crossed') {
    await skipAgain(house, place);
    await afterMeetingClosed(house, place.meetingId);
  } else await settleCircle(house, place.circleId);
  return judged;
}

/** The rota follows a meeting that has its time to itself, and nothing is left to judge. */
async function judge(house: House, { circleId, meetingId }: Place): Promise<Judged> {
  return house.db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, circleId);
    const meetings = await listMeetings(tx, circleId);
    const mine = meetings.find(({ id }) => id === meetingId);
    if (!mine || mine.status === 'skipped') return 'gone';
    const others = meetings.filter((each) => each !== mine);
    // One that has begun takes place.
    if (mine.status === 'planned' && findOverlapping(asSpan(mine), others)) return 'crossed';
    if (circle) await changeRota(tx, circle, new Date(house.now()));
    await deleteJob(tx, judgingKey(meetingId));
    return 'stays';
  });
}

const skipAgain = (house: House, { meetingId }: Place) =>
  tellSurely(house, meetingId, { kind: 'meeting.skip', because: 'decided' });

/** Why it could not be judged is what whoever asked is to hear; where this fails as well, the job judges it. */
async function skipUnjudged(house: House, place: Place): Promise<void> {
  await skipAgain(house, place).catch((error: unknown) =>
    house.log.warn({ err: error, room: place.meetingId }, 'a meeting that was not judged stands until it is'),
  );
}
