import { matchesAmong } from '#app/domain/circle/matches.ts';
import { listedItems } from '#app/domain/meeting/agenda.ts';
import { isRoomOpen, type MeetingState } from '#app/domain/meeting/state.ts';
import type { AskWithinReach, ItemToPrepare, MeetingAhead, News, Today } from '#app/domain/today/today.ts';
import { findCircle, findNextMeeting } from '#db/circle.ts';
import { listCircleMembers } from '#db/circle-member.ts';
import { listCirclesOf } from '#db/membership.ts';
import { findCaughtUpAt, listMinutesSince, listNewcomersSince } from '#db/news.ts';
import type { House } from '../house.ts';
import { freshState } from '../meetings/fresh-state.ts';

type Reader = { house: House; id: string };
type Ahead = { meeting: MeetingAhead; state: MeetingState };
type Named = { id: string; name: string };

/** What a person needs to know first: when we meet, what their part is, what waits for them, what is new. */
export async function lookAtToday(house: House, readerId: string): Promise<Today> {
  const reader = { house, id: readerId };
  const circles = await listCirclesOf(house.db, readerId);
  const [found, asks] = await Promise.all([
    Promise.all(circles.map((circle) => meetingAhead(reader, circle))),
    Promise.all(circles.map((circle) => asksWithinReach(reader, circle))),
  ]);
  const ahead = found.filter((one) => one !== null).sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);

  return {
    meetings: ahead.map(({ meeting }) => meeting),
    prepare: ahead.flatMap((one) => itemsToPrepare(one, readerId)),
    asks: asks.flat(),
    news: await newsFor(reader, circles, ahead),
  };
}

async function meetingAhead({ house, id }: Reader, { id: circleId, name }: Named): Promise<Ahead | null> {
  const now = house.now();
  const [row, circle] = await Promise.all([
    findNextMeeting(house.db, circleId, new Date(now)),
    findCircle(house.db, circleId),
  ]);
  const state = row && (await freshState(house, row.id));
  if (!row || !state || !circle) return null;
  const { facilitator_id, facilitator_name } = row;
  const meeting = {
    id: row.id,
    circle: { id: circleId, name, timeZone: circle.time_zone },
    startsAt: row.starts_at.getTime(),
    lengthMinutes: row.length_minutes,
    isLive: row.status === 'live',
    isOpen: isRoomOpen(state, now),
    leader: facilitator_name ? { name: facilitator_name, isReader: facilitator_id === id } : null,
  };
  return { meeting, state };
}

function itemsToPrepare({ meeting, state }: Ahead, readerId: string): ItemToPrepare[] {
  return listedItems(state.items)
    .filter((item) => item.bringer === readerId && item.clock.state === 'idle')
    .map(({ id, title, itemKind }) => ({ id, title, itemKind, meeting }));
}

async function asksWithinReach({ house, id }: Reader, circle: Named): Promise<AskWithinReach[]> {
  const members = await listCircleMembers(house.db, circle.id);
  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  return matchesAmong(members)
    .filter(({ giverId }) => giverId === id)
    .map(({ askerId, topic }) => ({
      circle,
      asker: { id: askerId, name: nameOf.get(askerId) ?? '' },
      topic,
    }));
}

async function newsFor({ house, id }: Reader, circles: Named[], ahead: Ahead[]): Promise<News[]> {
  const since = await findCaughtUpAt(house.db, id);
  if (!since || circles.length === 0) return [];
  const ids = circles.map((circle) => circle.id);
  const nameOf = (circleId: string) => circles.find((circle) => circle.id === circleId)?.name ?? '';
  const [minutes, newcomers] = await Promise.all([
    listMinutesSince(house.db, ids, since),
    listNewcomersSince(house.db, ids, since, id),
  ]);
  return [
    ...minutes.map(
      (row): News => ({
        kind: 'minutes',
        meeting: row.id,
        circle: nameOf(row.circle_id),
        startsAt: row.starts_at.getTime(),
      }),
    ),
    ...newcomers.map(
      (row): News => ({
        kind: 'newcomer',
        circleId: row.circle_id,
        circle: nameOf(row.circle_id),
        person: { id: row.id, name: row.name },
      }),
    ),
    ...ahead.flatMap((one) => newItems(one, id, since.getTime())),
  ];
}

function newItems({ meeting, state }: Ahead, readerId: string, since: number): News[] {
  const fresh = listedItems(state.items).filter(
    (item) => item.proposedAt > since && item.proposer !== readerId,
  );
  return fresh.length > 0 ? [{ kind: 'items', meeting, count: fresh.length }] : [];
}
