import { lockCircle } from '#db/circle.ts';
import { deleteJob } from '#db/job.ts';
import { findCircleOfMeeting, listMeetings } from '#db/meeting.ts';
import type { House } from '../house.ts';
import { judgingKey } from '../rooms/commit-drafts.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import { changeRota } from '../rota/change-rota.ts';
import { asSpan, findOther } from '../seasons/judge-time.ts';
import { settleCircle } from './settle-circle.ts';
import { tellSurely } from './tell-surely.ts';

/**
 * S4 A restored meeting's time was judged, and the log told, without the circle's row. Whoever planned meanwhile held it and
 * may not have seen this meeting; from here on everybody does. The rota follows a meeting that has its time to itself, and
 * nothing is left to judge. Answers whether it has.
 */
export async function takesPlace(
  house: House,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<boolean> {
  return house.db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, circleId);
    const meetings = await listMeetings(tx, circleId);
    const mine = meetings.find(({ id, status }) => id === meetingId && status === 'planned');
    const others = meetings.filter((each) => each !== mine);
    if (mine && findOther(asSpan(mine), others)) return false;
    if (circle) await changeRota(tx, circle, new Date(house.now()));
    await deleteJob(tx, judgingKey(meetingId));
    return true;
  });
}

/** Judges a restored meeting for a process that died before it could: what is in the way of another one is skipped again. */
export async function judgeRestored(house: House, meetingId: string): Promise<void> {
  const circleId = await findCircleOfMeeting(house.db, meetingId);
  if (!circleId) return;

  if (await takesPlace(house, { circleId, meetingId })) return settleCircle(house, circleId);
  await tellSurely(house, meetingId, { kind: 'meeting.skip', because: 'decided' });
  await afterMeetingClosed(house, meetingId);
}
