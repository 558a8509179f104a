/**
 * The minutes: what a meeting came to, read off its state. Nobody has to write them.
 *
 * N1 An item's time taken is what its clock ran; one that never started took none.
 * N2 Topics and hot seats that never started are unfinished, and those alone (unfinished.ts); what of them goes on to the
 *    next meeting is said of those alone that do (R2).
 * N3 A person's share is their time in the room while the meeting was live, of the time it was live, 0 to 1.
 * N4 What was said stands under the item that was on at that instant; retracted lines, and what was never revealed, are
 *    left out.
 * N5 A decision stands under the item that was on when it was noted; under none when none was.
 */
import type { Message } from '../talk/talk.ts';
import { type AgendaItem, type ItemKind, listedItems } from './agenda.ts';
import { carriedItems } from './carry.ts';
import { type ActionItem, type Decision, endsAt, type MeetingState, type MeetingStatus } from './state.ts';
import { unfinishedItems } from './unfinished.ts';

export type MinutedItem = {
  id: string;
  title: string;
  itemKind: ItemKind;
  bringer: string | null;
  plannedMs: number;
  extendedMs: number;
  /** How often the circle gave it more time. */
  extensions: number;
  takenMs: number;
  outcome: 'done' | 'unfinished' | 'left-out';
  /** It is unfinished and goes on to the next meeting. */
  goesOn: boolean;
  /** How many meetings it had been carried over from. */
  carried: number;
  /** It dropped out to make up for time that ran over. */
  dropped: boolean;
  /** The phases it went through, in the order in which they began. */
  phases: string[];
};

export type MinutedPerson = { person: string; arrivedAt: number; presentMs: number; share: number };

/** `at` is null for what the rota had planned. */
export type MinutedLead = { person: string; from: string | null; how: string; at: number | null };

export type MinutedDecision = Decision & { title: string | null };

export type MinutedTalk = { item: string | null; title: string | null; messages: Message[] };

export type Minutes = {
  status: MeetingStatus;
  planned: { startsAt: number; endsAt: number };
  held: { startedAt: number | null; closedAt: number | null };
  format: string | null;
  decisions: MinutedDecision[];
  actions: readonly ActionItem[];
  items: MinutedItem[];
  attendance: MinutedPerson[];
  led: MinutedLead[];
  talk: MinutedTalk[];
};

/**
 * The minutes of a meeting. Instants in ms since the epoch, lengths in ms. Meant for a closed meeting: of one that is
 * still going on, open intervals of clocks and presence count for nothing yet. Talk reaches back TALK_TAIL lines.
 */
export function minutesOf(state: MeetingState): Minutes {
  const held = state.status === 'closed' ? state.closedAt : null;
  return {
    status: state.status,
    planned: { startsAt: state.startsAt, endsAt: endsAt(state) },
    held: { startedAt: state.startedAt, closedAt: held },
    format: state.format?.name ?? null,
    decisions: state.decisions.map((decision) => ({ ...decision, title: titleOf(decision.item, state) })),
    actions: state.actions,
    items: listedItems(state.items).map((item) => minuted(item, state)),
    attendance: attendanceOf(state),
    led: ledBy(state),
    talk: talkByItem(state),
  };
}

/** N5 */
function titleOf(id: string | null, { items }: MeetingState): string | null {
  return items.find((item) => item.id === id)?.title ?? null;
}

/** N1 N2 */
function minuted(item: AgendaItem, { items, status }: MeetingState): MinutedItem {
  const { id, title, itemKind, bringer, carried, clock, dropped, extensions, course, run } = item;
  const unfinished = unfinishedItems(items).some((one) => one.id === id);
  const goesOn = carriedItems({ items, status }).some((one) => one.item === id);
  return {
    ...{ id, title, itemKind, bringer, carried, dropped, extensions: extensions.length },
    phases: course.flatMap(({ index }) => run?.phases[index]?.name ?? []),
    plannedMs: item.minutes * 60_000,
    extendedMs: clock.extendedMs,
    takenMs: clock.accumulatedMs,
    outcome: unfinished ? 'unfinished' : clock.state === 'idle' ? 'left-out' : 'done',
    goesOn,
  };
}

/** N3: who came, in order of arrival. */
function attendanceOf(state: MeetingState): MinutedPerson[] {
  const liveMs = Math.max(0, (state.closedAt ?? 0) - (state.startedAt ?? Number.POSITIVE_INFINITY));
  const people = Object.entries(state.attendance).map(([person, one]) => ({
    ...{ person, arrivedAt: one.arrivedAt, presentMs: one.presentMs },
    share: liveMs > 0 ? one.liveMs / liveMs : 0,
  }));
  return people.sort((a, b) => a.arrivedAt - b.arrivedAt || (a.person < b.person ? -1 : 1));
}

function ledBy({ lead, leadHistory }: MeetingState): MinutedLead[] {
  const changes = leadHistory.map(({ to, from, how, at }) => ({ person: to, from, how, at }));
  if (lead.planned === null) return changes;
  return [{ person: lead.planned, from: null, how: 'planned', at: null }, ...changes];
}

/** N4: runs of lines, in the order they were said. */
function talkByItem({ items, messages }: MeetingState): MinutedTalk[] {
  const talk: MinutedTalk[] = [];
  for (const line of messages) {
    if (line.text === null) continue;
    const on = itemOnAt(items, line.at);
    const last = talk.at(-1);
    if (last && last.item === (on?.id ?? null)) last.messages.push(line);
    else talk.push({ item: on?.id ?? null, title: on?.title ?? null, messages: [line] });
  }
  return talk;
}

function itemOnAt(items: readonly AgendaItem[], at: number): AgendaItem | undefined {
  return items.find(({ clock: { begunAt, finishedAt } }) => {
    return begunAt !== null && begunAt <= at && (finishedAt === null || at < finishedAt);
  });
}
