import type { Kysely, Selectable } from 'kysely';
import type { RotaUpdate } from '#app/domain/rota/change.ts';
import { type RotaFacts, type RotaMeeting, withMeeting } from '#app/domain/rota/facts.ts';
import { cancelMeeting, holdMeeting } from '#app/domain/rota/happen.ts';
import { lockCircle } from '#db/circle.ts';
import { findCircleOfMeeting } from '#db/meeting.ts';
import { unannounce } from '#db/rota.ts';
import type { Circle, DB } from '#db/schema.ts';
import type { House } from '../house.ts';
import { settleCircle } from '../meetings/settle-circle.ts';
import { changeRota } from './change-rota.ts';
import { rotaOf } from './rota-of.ts';

/**
 * After a meeting was closed or skipped: the ledger follows who really led, and the dates ahead follow the ledger.
 * Safe to repeat, so that a job may call it again.
 */
export async function afterMeetingClosed(house: House, meetingId: string): Promise<void> {
  const circleId = await findCircleOfMeeting(house.db, meetingId);
  if (!circleId) return;

  await house.db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, circleId);
    if (circle) await follow(tx, circle, meetingId, new Date(house.now()));
  });

  await settleCircle(house, circleId);
}

async function follow(
  tx: Kysely<DB>,
  circle: Selectable<Circle>,
  meetingId: string,
  at: Date,
): Promise<void> {
  const { facts } = await rotaOf(tx, circle);
  const meeting = facts.meetings.find((each) => each.id === meetingId);

  if (meeting?.state === 'held' && !isFollowed(facts, meeting)) {
    const { number, heldBy, missed, absent } = meeting;
    const hold = (before: RotaFacts): RotaUpdate =>
      holdMeeting(withMeeting(before, number, { absent }), number, heldBy, missed);
    await changeRota(tx, circle, at, hold, meetingId);
  } else if (meeting?.state === 'cancelled') {
    await changeRota(tx, circle, at, (before) => cancelMeeting(before, meeting.number), meetingId);
    // Who was to lead it is settled now; if the meeting comes back it is planned like a new one.
    await unannounce(tx, meetingId);
  } else {
    await changeRota(tx, circle, at);
  }
}

/** Whether a no-show at this meeting has been given another date already. */
function isFollowed(facts: RotaFacts, { id, announced }: RotaMeeting): boolean {
  return facts.meetings.some((each) => each.instead?.meeting === id && each.instead.absent === announced);
}
