import type { MeetingCommand, MemberCommand } from '#app/domain/meeting/commands.ts';
import type { House } from '../house.ts';
import { carryOver } from '../meetings/carry-over.ts';
import { afterMeetingClosed } from '../rota/after-meeting-closed.ts';
import { type FilledCircle, granted, type PastHouse } from './fill.ts';
import { decision, promises, type Scene, scenesOf } from './script.ts';

type Held = { id: string; startsAt: number; number: number };

/** How many of the script's items a held meeting comes to; the topic behind them is carried over. */
const reached = 3;
const minute = 60_000;
const week = 7 * 24 * 60 * minute;

/** Proposes the script's items, as the members who bring them. Answers the topics, for voting. */
export async function buildAgenda(
  house: House,
  { members }: FilledCircle,
  room: string,
  scenes: readonly Scene[],
): Promise<string[]> {
  const topics: string[] = [];
  for (const { by, title, itemKind, minutes, help } of scenes) {
    const item = house.newId();
    const bringer = members[by] ?? null;
    await send(house, room, bringer, { kind: 'item.propose', item, title, itemKind, minutes, bringer, help });
    if (itemKind === 'topic') topics.push(item);
  }
  return topics;
}

/** How the member at this place votes on the topics. */
export function voteOf(
  place: number,
  topics: readonly string[],
): Extract<MemberCommand, { kind: 'vote.cast' }> {
  return { kind: 'vote.cast', item: topics[place % topics.length] as string, dots: 1 + (place % 2) };
}

/** Plays a meeting from its agenda to its end, at the instants at which it was planned. */
export async function holdMeeting(
  past: PastHouse,
  circle: FilledCircle,
  { id: room, startsAt, number }: Held,
): Promise<void> {
  const { house, setClock } = past;
  const at = (minutes: number) => setClock(startsAt + minutes * minute);
  at(-3 * 24 * 60);
  const scenes = scenesOf(number);
  const topics = await buildAgenda(house, circle, room, scenes);
  for (const [place, voter] of circle.members.entries())
    await send(house, room, voter, voteOf(place, topics));

  at(-5);
  for (const person of circle.members.slice(0, -1))
    await send(house, room, null, { kind: 'attendance.arrive', person });
  const lead = (await house.rooms.state(room))?.lead.holder ?? null;
  if (lead === circle.members.at(-1))
    await send(house, room, null, { kind: 'attendance.arrive', person: lead as string });

  let elapsed = 1;
  for (const scene of scenes.slice(0, reached)) {
    at(elapsed);
    const running = (await house.rooms.state(room))?.running ?? null;
    await send(house, room, lead, { kind: 'item.next', running });
    for (const [index, [who, text]] of scene.said.entries()) {
      at(elapsed + index + 1);
      await send(house, room, circle.members[who] ?? null, {
        kind: 'message.post',
        message: house.newId(),
        text,
      });
    }
    elapsed += scene.minutes;
  }
  await send(house, room, lead, { kind: 'decision.record', decision: house.newId(), text: decision });
  for (const [who, text] of promises) {
    const owner = circle.members[who] as string;
    const due = new Date(startsAt + 3 * week).toISOString().slice(0, 10);
    await send(house, room, owner, { kind: 'action.add', action: house.newId(), text, owner, due });
  }
  at(58);
  await send(house, room, lead, { kind: 'meeting.close' });
  await afterMeetingClosed(house, room);
  await carryOver(house, room);
}

/** A command that must be granted. */
async function send(
  house: House,
  room: string,
  actor: string | null,
  command: MeetingCommand,
): Promise<void> {
  granted(await house.rooms.execute({ room, actor, id: house.newId(), command }));
}
