import { type Floor, type Hand, speakingQueue } from '#app/domain/meeting/floor.ts';

/** One hand with its place in the speaking queue (null: its owner is out of the room), and the reason for it. */
export type QueueLine = { person: string; place: number | null; reason: string };

const times = ['first time', 'second time', 'third time'];

/** The queue in order (F1) and why everybody stands where they stand; last, hands that stand aside (F3). `now` in ms. */
export function queueLines(floor: Floor, hasItem: boolean, now: number): QueueLine[] {
  const queue = speakingQueue(floor).map((hand, index) => ({
    person: hand.person,
    place: index + 1,
    reason: [turnsOf(hand, floor, hasItem), raised(hand, now)].filter(Boolean).join(', '),
  }));
  const aside = floor.hands.filter((hand) => hand.away);
  const why = 'out of the room, keeps the hand up';
  return [...queue, ...aside.map(({ person }) => ({ person, place: null, reason: why }))];
}

function turnsOf({ person, rank }: Hand, { turns, order }: Floor, hasItem: boolean): string | null {
  if (order === 'first-come') return null;
  const taken = turns[person] ?? 0;
  if (rank > taken) return 'spoke while others waited';
  return `${times[taken] ?? `turn number ${taken + 1}`} ${hasItem ? 'in this item' : 'so far'}`;
}

function raised({ raisedAt }: Hand, now: number): string {
  const minutes = Math.floor((now - raisedAt) / 60_000);
  return minutes < 1 ? 'raised just now' : `raised ${minutes} min ago`;
}
