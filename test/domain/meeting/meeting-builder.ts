/** Meetings to test with: members do things at instants, and the log grows without gaps. */
import { expect } from 'vitest';
import type { ItemDraft } from '#app/domain/meeting/agenda.ts';
import type { HouseCommand, MeetingCommand, MemberCommand } from '#app/domain/meeting/commands.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import { offerNow } from '#app/domain/meeting/decide-extension.ts';
import { dueCommands } from '#app/domain/meeting/due.ts';
import type { LoggedMeetingEvent, MeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { VOTE_LASTS } from '#app/domain/meeting/overrun.ts';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import { isRefusal, type Refusal, type RefusalCode } from '#app/domain/refusal.ts';

export const circle: ReadonlySet<string> = new Set(['ada', 'ben', 'cleo', 'dov']);
export const startsAt = Date.UTC(2026, 10, 24, 18);

/** The instant so many minutes after the planned start. */
export const minute = (minutes: number) => startsAt + minutes * 60_000;

export type Played = { state: MeetingState; events: LoggedMeetingEvent[]; refused: Refusal | null };

/** One command by one person (null: the house) at an instant. A refusal leaves the state as it was. */
export function play(
  state: MeetingState,
  actor: string | null,
  command: MeetingCommand,
  at: number,
  members = circle,
): Played {
  const answer = decide(state, command, { actor, now: at, members });
  if (isRefusal(answer)) return { state, events: [], refused: answer };
  const events = logged(answer, { after: state.version, at, actor });
  return { state: fold(events, state), events, refused: null };
}

function logged(
  events: MeetingEvent[],
  { after, at, actor }: { after: number; at: number; actor: string | null },
): LoggedMeetingEvent[] {
  return events.map((event, index) => ({
    ...event,
    version: after + 1 + index,
    at,
    actor,
    command: index === 0 ? `command-${after + 1}` : null,
  }));
}

/** What an item is when nothing else is said about it. */
export const plainItem: ItemDraft = {
  title: 'Talk',
  itemKind: 'topic',
  minutes: 10,
  bringer: null,
  help: '',
};

/** A meeting in the hands of its members. Its clock stands at `now` until `at` moves it. */
export class Meeting {
  state: MeetingState = emptyMeeting;
  log: LoggedMeetingEvent[] = [];
  members: ReadonlySet<string> = circle;
  now = minute(-60);

  at(minutes: number): this {
    this.now = minute(minutes);
    return this;
  }

  /** They do it, and it is accepted. */
  does(actor: string, command: MemberCommand): MeetingEvent['kind'][] {
    return this.#accepted(actor, command);
  }

  house(command: HouseCommand): MeetingEvent['kind'][] {
    return this.#accepted(null, command);
  }

  /** They try, and are refused; the state stays. */
  refuses(actor: string | null, command: MeetingCommand): RefusalCode | undefined {
    const { refused, events } = play(this.state, actor, command, this.now, this.members);
    expect(events).toEqual([]);
    return refused?.refused;
  }

  propose(item: string, draft: Partial<ItemDraft> = {}, by = 'ada'): this {
    this.does(by, { kind: 'item.propose', item, ...plainItem, title: item, ...draft });
    return this;
  }

  arrive(...people: string[]): this {
    for (const person of people) this.house({ kind: 'attendance.arrive', person });
    return this;
  }

  leave(...people: string[]): this {
    for (const person of people) this.house({ kind: 'attendance.leave', person });
    return this;
  }

  /** The house does what is due by now, and what comes due by that. */
  ring(): this {
    for (let due = dueCommands(this.state, this.now); due[0]; due = dueCommands(this.state, this.now))
      expect(this.house(due[0]), `${JSON.stringify(due[0])} rings for ever`).not.toEqual([]);
    return this;
  }

  /** The lead goes from one to the other, by both their wish. */
  handOver(from: string, to: string): this {
    this.does(from, { kind: 'lead.pass', to });
    return this.accept(to);
  }

  /** They take the lead that is offered to them. */
  accept(person: string): this {
    this.does(person, { kind: 'lead.accept', offer: this.state.baton.offer?.number ?? 0 });
    return this;
  }

  item(id: string) {
    const item = this.state.items.find((one) => one.id === id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  }

  /** More time by the circle's thumbs: the lead asks, everybody is for it, and 20 s later the vote is over. */
  extend(item: string): MeetingEvent['kind'][] {
    const { absorption } = offerNow(this.state, this.item(item), this.now) ?? {};
    const by = this.state.lead.holder ?? 'nobody';
    const drops = absorption?.dropped ?? [];
    this.does(by, { kind: 'extension.ask', item, rev: this.item(item).clock.rev, drops });
    for (const person of presentPeople(this.state))
      this.does(person, { kind: 'thumb.show', item, thumb: 'up' });
    this.now += VOTE_LASTS;
    return this.house({ kind: 'extension.close', item });
  }

  /** The ids of what members see, in order. */
  get agenda(): string[] {
    return this.state.items.filter((item) => !item.withdrawn).map((item) => item.id);
  }

  /** A clock command of the lead on an item as it is now. */
  clock(kind: 'item.start' | 'item.pause' | 'item.resume' | 'item.finish', item: string) {
    const by = this.state.lead.holder ?? 'nobody';
    return this.does(by, { kind, item, rev: this.item(item).clock.rev });
  }

  #accepted(actor: string | null, command: MeetingCommand): MeetingEvent['kind'][] {
    const { state, events, refused } = play(this.state, actor, command, this.now, this.members);
    expect(refused, `${actor} ${JSON.stringify(command)}`).toBeNull();
    this.state = state;
    this.log.push(...events);
    return events.map((event) => event.kind);
  }
}

/** Planned for 90 minutes; Ada leads, then Ben, then Cleo. An hour before the start. */
export function plannedMeeting(): Meeting {
  const meeting = new Meeting();
  meeting.house({ kind: 'meeting.plan', startsAt, lengthMinutes: 90 });
  meeting.house({ kind: 'lead.assign', lead: 'ada', line: ['ben', 'cleo'] });
  return meeting;
}

/** Ada, Ben and Cleo are in the open room, five minutes early, with three topics x, y, z before them. */
export function openMeeting(): Meeting {
  const meeting = plannedMeeting().propose('x').propose('y', {}, 'ben').propose('z', {}, 'cleo');
  return meeting.at(-5).arrive('ada', 'ben', 'cleo');
}

/** The same at its start, x running. */
export function liveMeeting(): Meeting {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  return meeting;
}
