import { appendToLogs } from '#db/room-append.ts';
import type { House } from '../house.ts';
import type { Draft } from './decide-queue.ts';
import { hasProjection, project } from './project.ts';

export type CommitDeps = Pick<House, 'db' | 'enqueue' | 'failpoint'>;

/** What became of a draft: `moved-on` means that somebody else appended, or that a member has left. */
export type CommitOutcome = 'committed' | 'moved-on' | { failed: unknown };

/**
 * Commits the drafts of many rooms: all that need nothing but their log in one statement, each of the others in a
 * transaction with its projections. One room's trouble never holds up another.
 */
export async function commitDrafts(deps: CommitDeps, drafts: readonly Draft[]): Promise<CommitOutcome[]> {
  const plain = drafts.filter((draft) => !draft.events.some(hasProjection));
  const outcomes = new Map<Draft, CommitOutcome>();
  const apart = drafts.filter((draft) => !plain.includes(draft));
  const each = apart.map(async (draft) => outcomes.set(draft, await commitWithProjections(deps, draft)));
  await Promise.all([commitPlain(deps, plain, outcomes), ...each]);
  return drafts.map((draft) => outcomes.get(draft) ?? 'moved-on');
}

async function commitPlain(
  deps: CommitDeps,
  drafts: Draft[],
  outcomes: Map<Draft, CommitOutcome>,
): Promise<void> {
  if (drafts.length === 0) return;
  try {
    // Every process takes rooms in the same order, so that no two ever wait for each other.
    drafts.sort((one, other) => (one.room.id < other.room.id ? -1 : 1));
    const moved = await appendToLogs(deps.db, drafts.map(appendOf));
    for (const draft of drafts) outcomes.set(draft, moved.has(draft.room.id) ? 'committed' : 'moved-on');
  } catch (error) {
    const [alone] = drafts;
    if (drafts.length === 1 && alone) outcomes.set(alone, { failed: error });
    else for (const draft of drafts) await commitPlain(deps, [draft], outcomes);
  }
}

async function commitWithProjections(deps: CommitDeps, draft: Draft): Promise<CommitOutcome> {
  try {
    return await deps.db.transaction().execute((tx) => commitIn(deps, tx, draft));
  } catch (error) {
    return { failed: error };
  }
}

/** Appends one room's draft with its projections in the caller's transaction. Throws when the database refuses. */
export async function commitIn(
  deps: CommitDeps,
  tx: CommitDeps['db'],
  draft: Draft,
): Promise<'committed' | 'moved-on'> {
  // A meeting's room carries the meeting's id.
  const { id, circle } = draft.room;
  const moved = await appendToLogs(tx, [appendOf(draft)]);
  if (!moved.has(id)) return 'moved-on';
  if (!draft.events.some(hasProjection)) return 'committed';
  await deps.failpoint?.('after-insert');
  await project(tx, { meeting: id, circle }, draft.events, draft.state);
  if (draft.events.some(({ kind }) => kind === 'meeting.closed' || kind === 'meeting.skipped')) {
    await deps.enqueue(tx, 'settle-after-meeting', { meeting: id }, { key: `settle-after-meeting:${id}` });
  }
  return 'committed';
}

function appendOf(draft: Draft) {
  const actors = draft.answers.flatMap(({ queued, wrote }) => (wrote && queued.actor ? [queued.actor] : []));
  return {
    room: draft.room.id,
    expected: draft.expected,
    departures: draft.departures,
    events: draft.events,
    actors: [...new Set(actors)],
    hashes: draft.hashes,
  };
}
