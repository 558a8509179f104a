import { setTimeout as pause } from 'node:timers/promises';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { speakingQueue } from '#app/domain/meeting/floor.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { findNextMeeting } from '#db/meetings-ahead.ts';
import type { House } from '../house.ts';
import { signIn } from '../people/sign-in.ts';
import { cast, emailOf, password } from './cast.ts';
import { type FilledCircle, granted } from './fill.ts';
import { buildAgenda, voteOf } from './hold-meeting.ts';
import { type LivePlayer, takeSeat } from './live-player.ts';
import { chatter, decision, promise, scenesOf } from './script.ts';

/** How many members sit in the live meeting; one chair is left for whoever looks at the demonstration. */
const seated = 7;

/** Opens the meeting that is on now and lets its members talk, vote, raise hands and move on, until `stopped`. */
export async function playLive(house: House, circle: FilledCircle, stopped: AbortSignal): Promise<void> {
  const meeting = await findNextMeeting(house.db, circle.id, new Date(house.now()));
  if (!meeting) throw new Error('there is no meeting now');
  const topics = await buildAgenda(house, circle, meeting.id, scenesOf(2));
  const players = await Promise.all(
    circle.members.slice(0, seated).map((person) => sitDown(house, person, meeting.id)),
  );
  try {
    for (const [place, player] of players.entries()) await player.send(voteOf(place, topics));
    for (let turn = 0; !stopped.aborted; turn++) {
      const state = await house.rooms.state(meeting.id);
      if (!state || state.status === 'closed') return;
      await takeTurn(players, state, turn);
      await pause(1_500, undefined, { signal: stopped }).catch(() => {});
    }
  } finally {
    for (const player of players) player.leave();
  }
}

async function sitDown(house: House, person: string, room: string): Promise<LivePlayer> {
  const account = await house.db
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  const credentials = { email: emailOf(account.name), password };
  const { token } = granted(await signIn(house, credentials, { device: 'Demo', address: 'demo' }));
  return takeSeat({ origin: house.settings.origin, token, person, room });
}

/** One thing that one member does. The lead keeps the meeting going; everybody else takes part. */
async function takeTurn(players: LivePlayer[], state: MeetingState, turn: number): Promise<void> {
  const lead = players.find(({ person }) => person === state.lead.holder);
  const speaker = players[turn % players.length] as LivePlayer;
  if (!lead) await findLead(players, state);
  else if (state.running === null) await lead.send({ kind: 'item.next', running: null });
  const [first] = speakingQueue(state.floor);

  if (turn % 5 === 1) await speaker.send({ kind: 'hand.raise' });
  else if (turn % 5 === 3 && first) await lead?.send({ kind: 'floor.give', person: first.person });
  else if (turn % 40 === 39) await lead?.send({ kind: 'item.next', running: state.running });
  else await speaker.send(wordsOf(speaker.person, turn));
}

/** Whoever is asked to lead accepts; when nobody is left to ask, the first takes it. */
async function findLead(players: LivePlayer[], { baton }: MeetingState): Promise<void> {
  const asked = players.find(({ person }) => person === baton.offer?.to);
  if (asked && baton.offer) await asked.send({ kind: 'lead.accept', offer: baton.offer.number });
  else if (baton.free) await players[0]?.send({ kind: 'lead.take' });
}

/** What is said at a turn: mostly a line, once a decision and once a promise. */
function wordsOf(person: string, turn: number): MemberCommand {
  if (turn === 5) return { kind: 'decision.record', decision: crypto.randomUUID(), text: decision };
  if (turn === 7) {
    return { kind: 'action.add', action: crypto.randomUUID(), text: promise, owner: person, due: null };
  }
  const text = chatter[turn % chatter.length] as string;
  return { kind: 'message.post', message: crypto.randomUUID(), text };
}

/** The log-ins to print, the organizer first. */
export const logIns = cast.slice(0, 8).map(({ name }) => ({ name, email: emailOf(name), password }));
