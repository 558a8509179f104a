/** What the first page shows; the server's side is server/today/today.ts. Instants in ms since the epoch. */
export type MeetingAhead = {
  id: string;
  circle: { id: string; name: string; timeZone: string };
  startsAt: number;
  lengthMinutes: number;
  isLive: boolean;
  isOpen: boolean;
  leader: { name: string; isReader: boolean } | null;
};

export type ItemToPrepare = { id: string; title: string; itemKind: string; meeting: MeetingAhead };

export type ActionItemOfMine = {
  id: string;
  text: string;
  due_on: string | null;
  meeting_id: string;
  circle_name: string;
};

export type AskWithinReach = {
  circle: { id: string; name: string };
  asker: { id: string; name: string };
  topic: string;
};

export type News =
  | { kind: 'minutes'; meeting: string; circle: string; startsAt: number }
  | { kind: 'newcomer'; circleId: string; circle: string; person: { id: string; name: string } }
  | { kind: 'items'; meeting: MeetingAhead; count: number };
