import { useNavigation, useRevalidator, useSubmit } from '@remix-run/react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { type Move, withMove } from '#app/domain/meeting/arrange.ts';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { type Permissions, permissionsOf } from '#app/domain/meeting/may.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { Connection, RoomState } from '../live/room-state.ts';
import { useRoom, useServerNow } from '../live/use-room.ts';
import type { AgendaPageProps } from './agenda-model.ts';
import { itemFormId } from './form-id.ts';
import { reachable } from './reachable.ts';

/** The agenda as this page shows it, and what its member can do with it. */
export type Agenda = {
  /** The meeting's id. */
  id: string;
  circle: AgendaPageProps['circle'];
  meeting: MeetingState;
  /** What members see, in order; a move under way is shown at its new place. */
  listed: readonly AgendaItem[];
  me: string;
  people: RoomState['people'];
  reader: Reader;
  may: Permissions;
  connection: Connection;
  nameOf: (person: string) => string;
  /** What every form of the page is numbered from. */
  seed: string;
  idOf: (item: AgendaItem, form: 'move' | 'vote' | 'edit' | 'withdraw' | 'keep') => string;
  /** Why the last press had no effect. */
  trouble: string | null;
  /** Sends a command over the open line, or as the form it stands for. */
  act: (command: Press, commandId: string) => void;
  move: (move: Move, commandId: string) => void;
  /** For forms with words in them: sends one only when somebody is there to take it, so that nothing typed is lost. */
  guard: (event: FormEvent<HTMLFormElement>) => void;
};

/** Commands that are a press of a button. */
type Press = Extract<MemberCommand, { kind: 'item.move' | 'vote.cast' }>;

const offline = 'You are offline right now. What you typed stays here; try again when you are back.';
const quietly = { method: 'post', replace: true, preventScrollReset: true } as const;

/** Follows the meeting and holds what is only true for this page. */
export function useAgenda({ seed, zone, everyone, ...page }: AgendaPageProps): Agenda {
  const { room, meeting: loaded, now } = page;
  const { store, state } = useRoom({
    room,
    me: page.me,
    meeting: loaded,
    people: page.people,
    now,
    seat: false,
  });
  const { meeting, me, people, connection } = state;
  const [moving, setMoving] = useState<Move | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const serverNow = useServerNow(state.offset, now, 10_000);
  const navigation = useNavigation();
  const revalidator = useRevalidator();
  const submit = useSubmit();

  const isIdle = navigation.state === 'idle';
  useEffect(() => {
    if (isIdle) setMoving(null);
  }, [isIdle]);

  async function act(command: Press, commandId: string): Promise<void> {
    setTrouble(null);
    if (connection !== 'live') return sendForm(() => submit(fieldsOf(command, commandId), quietly));
    const refusal = await store.send(command);
    settle(command);
    setTrouble(refusal?.message ?? null);
    // Whatever this page believed, it was wrong about something.
    if (refusal) revalidator.revalidate();
  }

  /** The server has spoken about this move; a later one may be under way already. */
  function settle(command: Press): void {
    setMoving((move) => (isSame(move, command) ? null : move));
  }

  async function sendForm(send: () => void): Promise<void> {
    if (await reachable()) return send();
    setMoving(null);
    setTrouble(offline);
  }

  const places = useMemo(() => placesOf(meeting.items), [meeting.items]);
  const names = useMemo(
    () => new Map([...everyone, ...people].map(({ id, name }) => [id, name])),
    [everyone, people],
  );

  return {
    ...{ id: room, circle: page.circle, meeting, me, people, connection, seed, trouble },
    listed: withMove(meeting.items, moving),
    reader: { zone, now: serverNow },
    may: permissionsOf(meeting, me, serverNow),
    nameOf: (person) => (person === me ? 'You' : (names.get(person) ?? 'Somebody who has left')),
    idOf: (item, form) => itemFormId(seed, places.get(item.id) ?? 0, form),
    act: (command, commandId) => void act(command, commandId),
    move(move, commandId) {
      setMoving(move);
      void act({ kind: 'item.move', ...move }, commandId);
    },
    guard(event) {
      setTrouble(null);
      if (connection === 'live') return;
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      const form = event.currentTarget;
      void sendForm(() => submit(submitter instanceof HTMLButtonElement ? submitter : form, quietly));
    },
  };
}

function isSame(move: Move | null, command: Press): boolean {
  return command.kind === 'item.move' && command.item === move?.item && command.after === move.after;
}

/** The form a press stands for. */
function fieldsOf({ kind, ...fields }: Press, commandId: string): Record<string, string> {
  const texts = Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return { intent: kind, commandId, ...Object.fromEntries(texts) };
}

/** Each item's number in the order of proposing, which only grows at its end. */
function placesOf(items: readonly AgendaItem[]): Map<string, number> {
  const proposed = [...items].sort((a, b) => a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1));
  return new Map(proposed.map((item, place) => [item.id, place]));
}
