/** One seat of a ring, as its caller describes it. */
export type Seat = {
  id: string;
  name: string;
  /** Made from the name when left out. */
  initials?: string;
  /** present: solid. away: hollow, whole outline. absent: hollow, broken outline. */
  state: 'present' | 'absent' | 'away';
  /** Sits in gold, with a star. */
  lead?: boolean;
  /** 1: the lead comes here next. 2: after that. */
  next?: 1 | 2;
  /** A raised hand and its number in the queue. */
  hand?: number;
  /** Has the floor: glows, with a speech sign. */
  floor?: boolean;
  typing?: boolean;
  /** The reader's own seat: at the near side of the table, labelled "You". */
  self?: boolean;
};

const stateWords = { present: 'here', absent: 'not here', away: 'away for a moment' };

/** A seat in one line for screen readers; `presence` says whether being here or not means anything on this page. */
export function seatWords(seat: Seat, presence: boolean, hot: boolean): string {
  const facts = [
    presence && stateWords[seat.state],
    seat.lead && 'leads',
    seat.next === 1 && 'leads next',
    seat.next === 2 && 'leads after that',
    hot && 'in the middle',
    seat.floor && 'has the floor',
    seat.hand !== undefined && `hand up, number ${seat.hand}`,
    seat.typing && 'is writing',
  ].filter((fact) => typeof fact === 'string');
  const who = seat.self ? `${seat.name} (you)` : seat.name;

  return facts.length > 0 ? `${who}: ${facts.join(', ')}` : who;
}
