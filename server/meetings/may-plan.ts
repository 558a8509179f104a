import type { Selectable } from 'kysely';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCircleFor } from '#db/circle.ts';
import { listMeetings, type MeetingRow } from '#db/meeting.ts';
import type { Circle } from '#db/schema.ts';
import { standingIn } from '../circles/standing.ts';
import type { House } from '../house.ts';

type Plannable = { circle: Selectable<Circle>; meeting: MeetingRow; others: MeetingRow[] };

/** A meeting and its circle for somebody who may plan there; whoever is no member gets `not-found`. */
export async function mayPlan(
  house: House,
  actorId: string,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<Plannable | Refusal> {
  const inside = await findCircleFor(house.db, actorId, circleId);
  const meetings = inside ? await listMeetings(house.db, circleId) : [];
  const meeting = meetings.find((each) => each.id === meetingId);
  if (!inside || !meeting) return refuse('not-found');

  const standing = await standingIn(house.db, circleId, actorId, new Date(house.now()));
  if (!mayDo(rulesOf(inside.circle), 'plan', standing))
    return refuse('not-allowed', { message: refusalInWords('plan') });
  return { circle: inside.circle, meeting, others: meetings.filter((each) => each !== meeting) };
}
