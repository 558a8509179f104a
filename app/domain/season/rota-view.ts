/** The rota of a circle as one of its members sees it: plain values, ready to be shown. */

/** Somebody who belongs to the circle now; turns in meetings, shares in meetings too, over all its seasons. */
export type RotaMemberView = {
  id: string;
  name: string;
  isReader: boolean;
  led: number;
  ahead: number;
  share: number;
};

/** One meeting of the rota. People are person ids; `lead` may be somebody who has left. */
export type RotaMeetingView = {
  id: string;
  /** Place within its season, and the season's number. */
  number: number;
  season: number;
  startsAt: number;
  lengthMinutes: number;
  timeZone: string;
  localDate: string;
  localTime: string;
  status: 'planned' | 'live' | 'closed' | 'skipped';
  /** Its time is still to come: it can be changed, and members can say that they will be away. */
  isOpen: boolean;
  lead: { id: string; name: string; isReader: boolean } | null;
  why: string;
  line: string[];
  absent: string[];
};

export type CircleRota = { members: RotaMemberView[]; meetings: RotaMeetingView[] };

/** Whether the meeting is on or still to come. */
export function isAhead({ status }: Pick<RotaMeetingView, 'status'>): boolean {
  return status === 'planned' || status === 'live';
}
