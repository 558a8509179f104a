import type { RotaMember } from '#app/domain/rota/facts.ts';
import type { MeetingRow } from '#db/meeting.ts';
import type { Seat } from '#db/rota.ts';

/** The seat a person has, or last had, in the circle; the one they had at a moment when `at` is given. */
export function seatOf(seats: readonly Seat[], personId: string, at: Date | null): Seat | undefined {
  const theirs = seats.filter((each) => each.person_id === personId);
  return (at && theirs.find((each) => isTaken(each, at))) || theirs.at(-1);
}

/** When a meeting that is over took place; null for one that is not. */
export function heldAt(row: MeetingRow): Date | null {
  return row.status === 'closed' ? (row.started_at ?? row.starts_at) : null;
}

/** The seat of whoever led a closed meeting, or null. */
export function seatOfLeader(seats: readonly Seat[], row: MeetingRow): string | null {
  if (row.status !== 'closed' || row.led_by === null) return null;
  return seatOf(seats, row.led_by, heldAt(row))?.id ?? null;
}

/** The seats of those who belonged when a closed meeting took place and neither came nor said that they would not. */
export function seatsMissed(
  seats: readonly Seat[],
  row: MeetingRow,
  { came, absent }: { came: readonly string[]; absent: readonly string[] },
): string[] {
  const at = heldAt(row);
  if (!at) return [];

  return seats
    .filter((seat) => isTaken(seat, at) && !came.includes(seat.person_id) && !absent.includes(seat.person_id))
    .map((seat) => seat.id);
}

/**
 * A seat as the rota knows it: from which meeting on, until which, and whether there is a first meeting to sit in on
 * (for whoever came when the circle had already met). Meetings in the order of their dates.
 */
export function memberOn(seat: Seat, meetings: readonly MeetingRow[]): RotaMember {
  const { id, seat: order, joined_at, left_at } = seat;
  const met = meetings.find((each) => each.status === 'closed' || each.status === 'live');
  return {
    id,
    order,
    joinedFrom: numberOf(meetings, (each) => each.starts_at >= joined_at),
    grace: met && met.starts_at < joined_at ? 1 : 0,
    leftFrom: left_at && numberOf(meetings, (each) => each.status === 'planned' || each.starts_at >= left_at),
  };
}

function isTaken({ joined_at, left_at }: Seat, at: Date): boolean {
  return joined_at <= at && (left_at === null || left_at > at);
}

/** The number of the first meeting like that; the one after the last when there is none. */
function numberOf(meetings: readonly MeetingRow[], isLike: (row: MeetingRow) => boolean): number {
  const index = meetings.findIndex(isLike);
  return (index < 0 ? meetings.length : index) + 1;
}
