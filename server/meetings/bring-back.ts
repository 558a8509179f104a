import { type AgendaItem, draftOf } from '#app/domain/meeting/agenda.ts';
import type { CarriedItem, HouseCommand } from '#app/domain/meeting/commands.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { unfinishedItems } from '#app/domain/meeting/unfinished.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findCircleOfMeeting } from '#db/meeting.ts';
import { listMeetingsSinceSkipped } from '#db/meeting-turns.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';
import { tellSeatsAgain } from './tell-seats.ts';

type Elsewhere = { room: string; item: AgendaItem; state: MeetingState };

/**
 * Each item of a restored meeting stands on one agenda again (H6): what was carried on to a later one comes back, in its
 * words of today; what stands on an earlier one, has been talked about or was withdrawn meanwhile, does not stand here any
 * more. It also hears who had the hot seat while it was skipped (X2). Doing it again changes nothing.
 */
export async function bringBack(house: House, meeting: string): Promise<void> {
  const mine = await freshState(house, meeting);
  if (mine?.status !== 'planned') return;
  const found = await elsewhere(house, meeting, mine);
  const back = found.filter(({ item, state }) => state.status === 'planned' && comesBack(item, state, mine));
  const gone = found.filter((one) => !back.includes(one)).map(({ item }) => item.id);

  const items = back.map(({ item }) => asCarried(item));
  if (items.length > 0) await insist(house, meeting, { kind: 'item.carry', items, back: true });
  if (gone.length > 0) await insist(house, meeting, { kind: 'item.recall', items: gone });
  // Last of all: should this end halfway, an item stands twice until it is done again, and never nowhere.
  for (const room of new Set(back.map((one) => one.room))) {
    const there = back.filter((one) => one.room === room).map(({ item }) => item.id);
    await insist(house, room, { kind: 'item.recall', items: there });
  }
  const circle = await findCircleOfMeeting(house.db, meeting);
  if (circle) await tellSeatsAgain(house, circle);
}

/** Where else its items are, or were last. */
async function elsewhere(house: House, meeting: string, mine: MeetingState): Promise<Elsewhere[]> {
  const waiting = new Set(unfinishedItems(mine.items).map(({ id }) => id));
  const others = waiting.size > 0 ? await listMeetingsSinceSkipped(house.db, meeting) : [];
  const last = new Map<string, Elsewhere>();
  for (const room of others) {
    const state = await freshState(house, room);
    for (const item of state?.items ?? [])
      if (state && waiting.has(item.id) && !item.recalled) last.set(item.id, { room, item, state });
  }
  return [...last.values()];
}

function comesBack(item: AgendaItem, there: MeetingState, here: MeetingState): boolean {
  return !item.withdrawn && there.startsAt > here.startsAt;
}

function asCarried(item: AgendaItem): CarriedItem {
  const { id, carried, votes, run } = item;
  return { item: id, ...draftOf(item), carried, votes, run };
}

/** What is refused, because a meeting has begun or the log could not be written, is done by the job's next try. */
async function insist(house: House, room: string, command: HouseCommand): Promise<void> {
  const done = await house.rooms.execute({ room, actor: null, id: house.newId(), command });
  if (isRefusal(done))
    throw new Error(`An item stands on two agendas, one in the room ${room}: ${done.refused}.`);
}
