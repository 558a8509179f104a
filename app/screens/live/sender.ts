import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { unmaskEvent } from '#app/domain/meeting/mask.ts';
import type { CommandAnswer } from '#app/domain/meeting/protocol.ts';
import { overlay } from '#app/domain/meeting/sync.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { offline, openDelivery, unanswered } from './delivery.ts';
import { newId } from './new-id.ts';
import { outbox } from './outbox.ts';
import { openPatience } from './patience.ts';
import { carriesWords, type Pending, type RoomState } from './room-state.ts';
import type { LiveSocket } from './socket.ts';

type Desk = { get: () => RoomState; set: (changes: Partial<RoomState>) => void; socket: () => LiveSocket };

/** Refusals after which the same command is tried again by itself. */
const passing = new Set(['busy', 'slow-down', 'broken']);
/** After so many faults of the server in a row a line is kept for its author, so that the lines behind it can go. */
const MOST_FAULTS = 3;
/** After so many tries in a row the browser's storage is left alone until it is asked for anew. */
const MOST_READS = 5;
/** More than may be under way at once. */
const MOST_MOMENTARY = 100;

/**
 * Sends a person's commands: words through the outbox, in order, each once; everything else right now or not at all.
 * A line is *waiting* until it goes out and *sending* until it is answered, which its own event does, so nothing vanishes
 * in between. What an earlier page left goes before what is written here; where the storage can be read only later, behind
 * what has gone out by then.
 */
export function openSender({ get, set, socket }: Desk) {
  let flushing: Promise<void> | null = null;
  /** What an earlier page left is here, or being read. */
  let isRestored = false;
  /** What is about this very moment and was not answered yet; where the line ended first, it may still come about. */
  const momentary = new Map<string, MemberCommand>();
  const patience = openPatience();
  const delivery = openDelivery(socket);

  /** P11: where the room is shut nothing goes out any more, and what there is is for its author to copy. */
  const kept = (one: Pending): Pending =>
    get().connection === 'cut' ? { ...one, progress: 'refused', refusal: undefined } : one;

  const change = (id: string, changes: Partial<Pending>) =>
    set({ pending: get().pending.map((one) => (one.id === id ? kept({ ...one, ...changes }) : one)) });

  /** Nothing is under way any more. */
  const rest = () =>
    set({
      pending: get().pending.map((one) =>
        kept(one.progress === 'sending' ? { ...one, progress: 'waiting' } : one),
      ),
    });

  function drop(id: string): void {
    set({ pending: get().pending.filter((one) => one.id !== id) });
    void outbox.remove(id);
  }

  async function send(command: MemberCommand): Promise<Refusal | null> {
    const id = newId();
    if (carriesWords(command)) {
      const { room, me: person, pending } = get();
      // Later than every line before, whatever the clock does: the order of writing is kept across a reload.
      const entry = { id, command, at: Math.max(Date.now(), (pending.at(-1)?.at ?? 0) + 1) };
      set({ pending: [...get().pending, kept({ ...entry, progress: 'waiting' })] });
      // After a sign-out nothing is stored in this browser any more: the words stay in this tab alone.
      const stored = get().connection === 'signed-out' ? null : outbox.put({ ...entry, room, person });
      // However long the storage takes: what has arrived is taken out of it again behind this.
      void flush();
      await stored;
      return null;
    }
    if (get().connection !== 'live') return offline;
    momentary.set(id, command);
    for (const old of momentary.keys()) if (momentary.size > MOST_MOMENTARY) momentary.delete(old);
    const answer = await deliver(id, command);
    if (answer !== unanswered) momentary.delete(id);
    return isRefusal(answer) ? answer : null;
  }

  const deliver = (id: string, command: MemberCommand) => delivery.deliver({ room: get().room, id, command });

  /** Sends what waits, one after the other, so that the order of writing is the order of arriving. */
  function flush(): Promise<void> {
    flushing ??= flushAll().finally(() => {
      flushing = null;
      // Written between the last look and here.
      if (firstWaiting() && get().connection === 'live') void flush();
    });
    return flushing;
  }

  async function flushAll(): Promise<void> {
    let faults = 0;
    for (let next = firstWaiting(); next && get().connection === 'live'; next = firstWaiting()) {
      change(next.id, { progress: 'sending' });
      const answer = await deliver(next.id, next.command);
      faults = isRefusal(answer) && answer.refused === 'broken' ? faults + 1 : 0;
      if (!isRefusal(answer)) {
        patience.renew();
        drop(next.id);
      } else if (passing.has(answer.refused) && faults < MOST_FAULTS) {
        change(next.id, { progress: 'waiting' });
        if (get().connection !== 'live') return;
        await patience.rest(answer.retryMs);
      } else if (answer.refused === 'already-done') drop(next.id);
      else change(next.id, { progress: 'refused', refusal: answer });
    }
  }

  const firstWaiting = () => get().pending.find((one) => one.progress === 'waiting');

  /** Events that have been applied: own lines among them are no longer pending. */
  function heard(events: readonly LoggedMeetingEvent[]): void {
    delivery.heard(events);
    for (const { command } of events) {
      if (!command) continue;
      momentary.delete(command);
      if (get().pending.some((one) => one.id === command)) drop(command);
    }
  }

  /** P10: with what this tab itself said and the frame hides. Should the line end before the answer, it is here all the same. */
  function unmasked(event: LoggedMeetingEvent): LoggedMeetingEvent {
    const id = event.command ?? '';
    const own = get().pending.find((one) => one.id === id)?.command ?? momentary.get(id);
    return own ? unmaskEvent(event, own) : event;
  }

  return {
    send,
    flush,
    heard,
    unmasked,
    /** What came of a command and is in no frame. What only its author may see comes with it. */
    answered({ room, id, answer }: CommandAnswer): void {
      if (room !== get().room) return;
      if (!isRefusal(answer) && answer.events.length > 0)
        set({ meeting: overlay(get().meeting, answer.events) });
      if (!id) return;
      momentary.delete(id);
      delivery.settle(id, answer);
    },
    discard: drop,
    /** A kept line goes once more, under its first id. */
    retry(id: string): void {
      change(id, { progress: 'waiting', refusal: undefined });
      void flush();
    },
    /** The connection is gone: what was under way may or may not have arrived, so it goes again, under the same id. */
    lost(): void {
      patience.wake();
      delivery.lost();
      rest();
    },
    rest,
    /** After a reload: what was not sent yet is still here. Asks a few times until it can be read, or the page is gone. */
    async restore(isHere: () => boolean): Promise<void> {
      if (isRestored) return;
      isRestored = true;
      const { me, room } = get();
      const pauses = openPatience();
      let entries = await outbox.read(me, room);
      for (let reads = 1; !entries && reads < MOST_READS && isHere(); reads += 1) {
        await pauses.rest();
        entries = await outbox.read(me, room);
      }
      isRestored = entries !== null && isHere();
      if (!entries || !isRestored) return;
      const known = new Set(get().pending.map((one) => one.id));
      const left = entries.filter((entry) => !known.has(entry.id));
      const waiting = left.map(({ id, command, at }) => kept({ id, command, at, progress: 'waiting' }));
      set({ pending: [...waiting, ...get().pending] });
      void flush();
    },
  };
}
