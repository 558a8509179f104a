import { appendToLogs } from '#db/room-append.ts';
import type { House } from '../house.ts';
import type { Draft } from './decide-queue.ts';
import { hasProjection, project } from './project.ts';

/** What asks for the circle's other meetings to be brought in line. */
const settles: ReadonlySet<string> = new Set(['meeting.closed', 'meeting.skipped', 'meeting.restored']);

/** How long whoever restores a meeting has to judge it before a job does, in ms. */
const JUDGED_WITHIN = 30_000;

/** The key of the job that judges a restored meeting: whoever has judged it takes the job away. */
export const judgingKey = (meeting: string) => `judge-restored:${meeting}`;

export type CommitDeps = Pick<House, 'db' | 'enqueue' | 'failpoint'>;

/** What became of a draft: `moved-on` means that somebody else appended, or that a member has left. */
export type CommitOutcome = 'committed' | 'moved-on' | { failed: unknown };

/** Whether a draft needs more than its log, and so a transaction of its own. */
export function needsTransaction({ events }: Draft): boolean {
  return events.some(hasProjection);
}

/**
 * Commits drafts that need nothing but their log, in one statement. Null when the database did not take it: then each has
 * to be tried by itself, because what is wrong with one room is nothing to the others.
 */
export async function commitTogether(
  deps: CommitDeps,
  drafts: Draft[],
): Promise<Map<Draft, CommitOutcome> | null> {
  if (drafts.length === 0) return new Map();
  try {
    // Every process takes rooms in the same order, so that no two ever wait for each other.
    drafts.sort((one, other) => (one.room.id < other.room.id ? -1 : 1));
    const moved = await appendToLogs(deps.db, drafts.map(appendOf));
    return new Map(drafts.map((draft) => [draft, moved.has(draft.room.id) ? 'committed' : 'moved-on']));
  } catch (error) {
    const [alone] = drafts;
    return drafts.length === 1 && alone ? new Map([[alone, { failed: error }]]) : null;
  }
}

/** Commits a draft by itself, with its projections if it has any. */
export async function commitAlone(deps: CommitDeps, draft: Draft): Promise<CommitOutcome> {
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
  if (!needsTransaction(draft)) return 'committed';
  await deps.failpoint?.('after-insert');
  await project(tx, { meeting: id, circle }, draft.events, draft.folding.state());
  if (draft.events.some(({ kind }) => settles.has(kind))) {
    await deps.enqueue(tx, 'settle-after-meeting', { meeting: id }, { key: `settle-after-meeting:${id}` });
  }
  const restored = draft.events.findLast(({ kind }) => kind === 'meeting.restored');
  if (restored) {
    const runAt = new Date(restored.at + JUDGED_WITHIN);
    await deps.enqueue(tx, 'judge-restored', { meeting: id }, { key: judgingKey(id), runAt });
  }
  return 'committed';
}

function appendOf(draft: Draft) {
  return {
    room: draft.room.id,
    expected: draft.expected,
    departures: draft.departures,
    events: draft.events,
    commands: draft.commands,
  };
}
