import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCircleFor, findMeetingFor } from '#db/circle.ts';
import { findGroupFor } from '#db/group.ts';
import type { Asked } from './asked.ts';
import type { Door } from './doors.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The one choke point of authorisation over HTTP: rate first, then who is asking, then what they belong to.
 * Whoever does not belong gets `not-found`, the same answer as for something that never existed. `findMeeting` may read more
 * of a meeting than every page needs, for those who belong there.
 */
export async function letIn(
  door: Door,
  asked: Asked,
  findMeeting: typeof findMeetingFor = findMeetingFor,
): Promise<Asked | Refusal> {
  const { house, asker, params } = asked;
  const wait = await house.limits.take(door.rate, asker?.id ?? asked.address);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  if (door.who === 'anyone') return asked;
  if (door.who === 'signed-in') return asker ? asked : refuse('signed-out');
  if (!asker) return refuse('not-found');
  if (door.who === 'organizer') return asker.isOrganizer ? asked : refuse('not-found');

  const found = await belonging(door, params, asked, findMeeting);
  return found ? Object.assign(asked, found) : refuse('not-found');
}

async function belonging(
  door: Door,
  params: Asked['params'],
  { house, asker }: Asked,
  findMeeting: typeof findMeetingFor,
) {
  const id = params.groupId ?? params.meetingId ?? params.circleId ?? '';
  if (!asker || !uuid.test(id)) return null;
  if (door.who === 'group-organizer') return findGroupFor(house.db, asker.id, id);
  if (door.who === 'meeting-member') return findMeeting(house.db, asker.id, id);
  return findCircleFor(house.db, asker.id, id);
}
