import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { openAnswers } from './answers.ts';
import { type CommitOutcome, commitAlone, commitTogether, needsTransaction } from './commit-drafts.ts';
import { openCommitLanes, type SetAside } from './commit-lanes.ts';
import { type Draft, decideQueue, hashOf, type Queued } from './decide-queue.ts';
import { openHeldCommits } from './held-commits.ts';
import { advance, type LoadedRoom, remember, tailAfter } from './loaded-room.ts';
import { openReader, type ReadDeps } from './read-on.ts';
import { openRoomCache } from './room-cache.ts';
import type { Ask, Done, RoomStates } from './room-states.ts';
import { openSecondTries } from './second-tries.ts';
import { openTeller } from './teller.ts';
import { openWaitingCommands, type Taken } from './waiting-commands.ts';

export type RoomDeps = ReadDeps &
  Pick<House, 'db' | 'now' | 'log' | 'publish' | 'tellPeople' | 'hint' | 'enqueue' | 'failpoint'>;

/** How many commands may wait in this process before new ones are told that it is busy. */
const LONGEST_QUEUE = 5_000;
const PAGE = 500;

/**
 * The rooms of this process. While a room's commit is under way everything that arrives for it queues into the next, so
 * that a busy moment costs one statement and one frame per room. No process owns a room: the log's versions decide.
 */
export function openRooms(deps: RoomDeps): RoomStates {
  const teller = openTeller(deps);
  const cache = openRoomCache(deps, teller);
  const reader = openReader(deps, teller);
  const answers = openAnswers(deps);
  const secondTries = openSecondTries({ ...deps, cache, reader, answers, queueAgain });
  const waiting = openWaitingCommands();
  const { topUp } = waiting;
  const held = openHeldCommits({ ...deps, reader, room: cache.get, topUp, decide: decideNow, conclude });
  const lanes = openCommitLanes(waiting, commitTaken, held);

  /** What is said in a room that is in memory, which is nearly all there is, waits for nothing before it queues. */
  function execute(ask: Ask): Promise<Done | Refusal> {
    if (waiting.count() >= LONGEST_QUEUE) return Promise.resolve(refuse('busy', { retryMs: 1_000 }));
    const room = cache.loaded(ask.room);
    return room && !asksForPeople(ask, room) ? queue(ask) : prepare(ask);
  }

  async function prepare(ask: Ask): Promise<Done | Refusal> {
    const room = await cache.get(ask.room);
    if (!room) return refuse('not-found');
    if (asksForPeople(ask, room)) await cache.refreshMembers(room);
    return queue(ask);
  }

  function queue(ask: Ask): Promise<Done | Refusal> {
    return new Promise((settle) => {
      waiting.add({ ...ask, hash: hashOf(ask.command), tries: 0, alone: false, settle });
      lanes.start();
    });
  }

  function queueAgain(room: string, some: Queued[]): void {
    waiting.addAgain(room, some);
    lanes.start();
  }

  /** What needs more than its log, or has trouble with it, goes on by itself: what is only said need not wait for it. */
  async function commitTaken(taken: Taken[], setAside: SetAside): Promise<void> {
    const takenFor = new Map<Draft, Taken>();
    await Promise.all(
      taken.map(async (one) => {
        const draft = await draftOf(one);
        if (!draft) return;
        if (draft.events.length === 0) void conclude(draft, undefined);
        else if (needsTransaction(draft) || isTriedAgain(one)) setAside(one, () => commitApart(draft));
        else takenFor.set(draft, one);
      }),
    );
    const plain = [...takenFor.keys()];
    const outcomes = await commitTogether(deps, plain);
    if (outcomes) await Promise.all([...outcomes].map(([draft, outcome]) => conclude(draft, outcome)));
    else for (const [draft, one] of takenFor) setAside(one, () => commitApart(draft));
  }

  async function commitApart(draft: Draft): Promise<void> {
    await conclude(draft, await commitAlone(deps, draft));
  }

  /** No outcome: there was nothing to commit. */
  async function conclude(draft: Draft, outcome: CommitOutcome | undefined): Promise<void> {
    if (outcome === undefined) void secondTries.unwritten(draft);
    else if (outcome === 'committed') tell(draft);
    else if (outcome === 'moved-on') {
      held.lost(draft.room.id);
      await secondTries.movedOn(draft);
    } else await secondTries.failed(draft, outcome.failed);
  }

  async function draftOf({ room: id, queue }: Taken): Promise<Draft | undefined> {
    const room = await cache.get(id).catch((error: unknown) => {
      deps.log.error({ err: error, room: id }, 'a room could not be read');
      for (const queued of queue) queued.settle(refuse('broken'));
    });
    if (room === null) for (const queued of queue) queued.settle(refuse('not-found'));
    return room ? decideNow(room, queue) : undefined;
  }

  function decideNow(room: LoadedRoom, queue: Queued[]): Draft | undefined {
    try {
      return decideQueue(room, queue, deps.now());
    } catch (error) {
      deps.log.error({ err: error, room: room.id }, 'a room could not be decided');
      for (const queued of queue) queued.settle(refuse('broken'));
    }
  }

  /** After the commit, never before: remember, publish, acknowledge. */
  function tell(draft: Draft): void {
    const { room, events } = draft;
    remember(room, draft.commands);
    // Somebody who reads on may have met our own events in the log a moment ago; then they have been told.
    const fresh = advance(room, events, draft.folding.state());
    void deps.failpoint?.('before-hint');
    teller.tell(room.id, fresh);
    deps.hint(room.id, draft.expected + events.length);
    if (room.state.kind === 'circle') void stir(room, events);
    void deps.failpoint?.('after-commit-before-ack');
    void answers.settle(draft);
  }

  /** Between meetings nobody waits in the room: members hear on other pages that there is something new to them. */
  async function stir(room: LoadedRoom, events: readonly LoggedMeetingEvent[]): Promise<void> {
    // Nobody counts who joins. Where they cannot be read, those whom we know hear of it.
    await cache
      .refreshMembers(room)
      .catch((error: unknown) => deps.log.warn({ err: error, room: room.id }, 'members could not be read'));
    const authors = new Set(events.map(({ actor }) => actor));
    const others = [...room.members].filter((member) => authors.size > 1 || !authors.has(member));
    deps.tellPeople(others, { room: room.id, version: null });
  }

  return {
    execute,
    async answerBefore(ask) {
      const answer = await answers.answerFromLog({ ...ask, hash: hashOf(ask.command) });
      return answer && isRefusal(answer) && answer.refused === 'command-id-taken' ? null : answer;
    },
    async state(id, atLeast = 0) {
      const room = await cache.get(id);
      if (room && room.state.version < atLeast) await reader.readOn(room);
      return room?.state ?? null;
    },
    async follow(id, version) {
      if ((teller.told(id) ?? version) >= version) return;
      const room = await cache.get(id);
      if (room && room.state.version < version) await reader.readOn(room);
    },
    async heedDepartures(id, departures) {
      const room = await cache.get(id);
      if (room && room.departures < departures) await reader.lookAround(room, departures);
    },
    told: teller.told,
    async since(id, version, limit = PAGE) {
      const room = await cache.get(id);
      const remembered = room && tailAfter(room, version);
      return remembered ? remembered.slice(0, limit) : readEvents(deps.db, id, version, limit);
    },
    forget: cache.forget,
    close: lanes.close,
  };
}

const isTriedAgain = ({ queue }: Taken) => queue.some(({ alone }) => alone);

const namesPeople: ReadonlySet<string> = new Set(['item.propose', 'item.edit', 'action.add', 'action.edit']);

/** Commands that name people, and strangers, are worth a look at who belongs now. */
function asksForPeople({ actor, command }: Ask, { members }: LoadedRoom): boolean {
  const named = 'person' in command ? command.person : null;
  const isStranger = (one: string | null) => one !== null && !members.has(one);
  return namesPeople.has(command.kind) || isStranger(actor) || isStranger(named);
}
