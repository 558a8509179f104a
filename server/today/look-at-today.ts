import { matchesAmong } from '#app/domain/circle/matches.ts';
import { type AgendaItem, listedItems } from '#app/domain/meeting/agenda.ts';
import { isRoomOpen } from '#app/domain/meeting/state.ts';
import type { AskWithinReach, ItemToPrepare, MeetingAhead, News, Today } from '#app/domain/today/today.ts';
import { type CircleToday, readToday, type TodayRows } from '#db/today.ts';
import type { House } from '../house.ts';

type Ahead = { meeting: MeetingAhead; items: AgendaItem[] };
type Seen = Today & Pick<TodayRows, 'actions' | 'groups'> & { circles: { id: string; name: string }[] };

/** What a person needs to know first: when we meet, what their part is, what waits for them, what is new. */
export async function lookAtToday(house: House, readerId: string): Promise<Seen> {
  const rows = await readToday(house.db, readerId, new Date(house.now()));
  const found = await Promise.all(rows.circles.map((circle) => meetingAhead(house, readerId, circle)));
  const ahead = found.filter((one) => one !== null).sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);

  return {
    meetings: ahead.map(({ meeting }) => meeting),
    prepare: ahead.flatMap((one) => itemsToPrepare(one, readerId)),
    asks: rows.circles.flatMap((circle) => asksWithinReach(readerId, rows.offers, circle)),
    news: newsOf(rows, ahead, readerId),
    circles: rows.circles.map(({ id, name }) => ({ id, name })),
    actions: rows.actions,
    groups: rows.groups,
  };
}

async function meetingAhead(
  house: House,
  readerId: string,
  { id, name, timeZone, next }: CircleToday,
): Promise<Ahead | null> {
  if (!next) return null;
  const { startsAt, lengthMinutes, isLive, leader, leaderName } = next;
  const items = await itemsOf(house, next);
  const meeting = {
    ...{ id: next.id, circle: { id, name, timeZone }, startsAt, lengthMinutes, isLive },
    isOpen: isRoomOpen({ status: isLive ? 'live' : 'planned', startsAt }, house.now()),
    leader: leaderName ? { name: leaderName, isReader: leader === readerId } : null,
  };
  return { meeting, items };
}

/** A log that cannot be read keeps nobody from all that is no part of it. */
async function itemsOf({ rooms, log }: House, next: { id: string; version: number }): Promise<AgendaItem[]> {
  const state = await rooms.state(next.id, next.version).catch((error: unknown) => {
    log.warn({ err: error, room: next.id }, 'an agenda could not be read');
    return null;
  });
  return listedItems(state?.items ?? []);
}

function itemsToPrepare({ meeting, items }: Ahead, readerId: string): ItemToPrepare[] {
  return items
    .filter((item) => item.bringer === readerId && item.clock.state === 'idle')
    .map(({ id, title, itemKind }) => ({ id, title, itemKind, meeting }));
}

function asksWithinReach(
  readerId: string,
  offers: TodayRows['offers'],
  { id, name, asks }: CircleToday,
): AskWithinReach[] {
  const nameOf = new Map(asks.map((ask) => [ask.asker, ask.name]));
  const askers = [...nameOf.keys()].map((asker) => ({
    id: asker,
    offers: [],
    asks: asks.filter((ask) => ask.asker === asker),
  }));
  return matchesAmong([{ id: readerId, offers, asks: [] }, ...askers]).map(({ askerId, topic }) => ({
    circle: { id, name },
    asker: { id: askerId, name: nameOf.get(askerId) ?? '' },
    topic,
  }));
}

function newsOf(rows: TodayRows, ahead: Ahead[], readerId: string): News[] {
  const nameOf = (circleId: string) => rows.circles.find(({ id }) => id === circleId)?.name ?? '';
  return [
    ...rows.minutes.map(
      ({ id, circle, startsAt }): News => ({
        kind: 'minutes',
        meeting: id,
        circle: nameOf(circle),
        startsAt,
      }),
    ),
    ...rows.newcomers.map(
      ({ id, name, circle }): News => ({
        kind: 'newcomer',
        circleId: circle,
        circle: nameOf(circle),
        person: { id, name },
      }),
    ),
    ...ahead.flatMap((one) => newItems(one, readerId, rows.since)),
  ];
}

function newItems({ meeting, items }: Ahead, readerId: string, since: number): News[] {
  const fresh = items.filter((item) => item.proposedAt > since && item.proposer !== readerId);
  return fresh.length > 0 ? [{ kind: 'items', meeting, count: fresh.length }] : [];
}
