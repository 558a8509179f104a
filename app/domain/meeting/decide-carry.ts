/** What comes from another meeting's agenda, and goes back to it: H5 and H6 of decide-house.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, draftOf, ITEM_LIMIT, isFrozen, isSameDraft, listedItems } from './agenda.ts';
import type { CarriedItem, HouseCommand } from './commands.ts';
import { spendOn, withRoomForKeys } from './decide-agenda.ts';
import type { MeetingEvent } from './events.ts';
import { place } from './placing.ts';
import type { MeetingState } from './state.ts';

type Carry = Extract<HouseCommand, { kind: 'item.carry' }>;
type Proposed = Extract<MeetingEvent, { kind: 'item.proposed' }>;

/** H5 H6 */
export function carry(state: MeetingState, { items, back }: Carry): MeetingEvent[] | Refusal {
  if (state.status !== 'planned') return refuse('out-of-date');
  const coming = [...new Map(items.map((item) => [item.item, item])).values()];
  const known = new Map(state.items.map((item) => [item.id, item]));
  const room = Math.max(0, ITEM_LIMIT - state.items.length);
  const fresh = coming.filter(({ item }) => !known.has(item)).slice(0, room);
  const again = coming.filter(({ item }) => known.get(item)?.recalled);
  const changed = coming.filter((item) => back && isOtherwise(known.get(item.item), item));
  const seats = fresh.filter(({ itemKind }) => itemKind !== 'topic');
  const topics = fresh.filter(({ itemKind }) => itemKind === 'topic');
  const proposed = place(state.items, [
    { items: seats, before: ['hot-seat', 'topic'] },
    { items: topics, before: ['topic'] },
  ]).map((item): Proposed => ({ kind: 'item.proposed', ...item }));
  const before = changed.flatMap(({ item }) => known.get(item) ?? []);
  return [
    ...withRoomForKeys(state, proposed),
    ...again.map((item): MeetingEvent => ({ kind: 'item.returned', item: item.item, ...draftOf(item) })),
    ...changed.map((item): MeetingEvent => ({ kind: 'item.edited', item: item.item, ...draftOf(item) })),
    ...spendOn(state, [...fresh, ...again, ...changed], before),
  ];
}

/** H6: whether it stands here in other words than those it has by now. */
function isOtherwise(mine: AgendaItem | undefined, now: CarriedItem): boolean {
  return mine !== undefined && !mine.withdrawn && !isFrozen(mine) && !isSameDraft(mine, now);
}

/** H6 */
export function recall(
  state: MeetingState,
  { items }: Extract<HouseCommand, { kind: 'item.recall' }>,
): MeetingEvent[] | Refusal {
  if (state.status !== 'planned') return refuse('out-of-date');
  const gone = listedItems(state.items).filter((item) => items.includes(item.id) && !isFrozen(item));
  const withdrawn = gone.map(
    ({ id: item }): MeetingEvent => ({ kind: 'item.withdrawn', item, recalled: true }),
  );
  return [...withdrawn, ...spendOn(state, [], gone)];
}
