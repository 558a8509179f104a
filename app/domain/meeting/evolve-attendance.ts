/** Who is here: intervals are facts of the log. */
import type { Logged, MeetingEvent } from './events.ts';
import { leaveBaton, returnToBaton } from './evolve-lead.ts';
import { joinFloor, leaveFloor } from './round.ts';
import type { Attendance, MeetingState } from './state.ts';

type AttendanceEvent = Logged<Extract<MeetingEvent, { kind: 'attendance.arrived' | 'attendance.left' }>>;

export function evolveAttendance(state: MeetingState, event: AttendanceEvent): MeetingState {
  const { person, at } = event;
  const known = state.attendance[person];
  if (event.kind === 'attendance.arrived') {
    const arrived: Attendance = known
      ? { ...known, since: at, leftAt: null }
      : { arrivedAt: at, presentMs: 0, liveMs: 0, since: at, leftAt: null };
    const baton = state.lead.holder === person ? returnToBaton(state.baton) : state.baton;
    const floor = joinFloor(state.floor, person);
    return { ...state, baton, floor, attendance: { ...state.attendance, [person]: arrived } };
  }
  if (!known) return state;
  return {
    ...state,
    attendance: { ...state.attendance, [person]: leave(known, at, state.startedAt) },
    baton: leaveBaton(state.baton, person),
    floor: leaveFloor(state.floor, person, at),
  };
}

/** Ends every open interval, when the meeting closes. */
export function leaveAll(
  { attendance, startedAt }: Pick<MeetingState, 'attendance' | 'startedAt'>,
  at: number,
): MeetingState['attendance'] {
  const people = Object.entries(attendance);
  return Object.fromEntries(people.map(([person, one]) => [person, leave(one, at, startedAt)]));
}

function leave(one: Attendance, at: number, startedAt: number | null): Attendance {
  if (one.since === null) return one;
  const presentMs = one.presentMs + Math.max(0, at - one.since);
  const live = startedAt === null ? 0 : Math.max(0, at - Math.max(one.since, startedAt));
  return { ...one, presentMs, liveMs: one.liveMs + live, since: null, leftAt: at };
}
