/**
 * Whose turn at the lead a meeting was, for the rota's ledger.
 *
 * L9 A meeting was led by whoever led it longest while it was live, whoever may have closed it; of two who led it equally
 *    long, by the later one. Until it is over, by whoever leads.
 * Source: the rota design, B.3: the ledger follows who really did it.
 */
import type { MeetingState } from './state.ts';

type Led = Pick<MeetingState, 'status' | 'lead' | 'leadHistory' | 'startedAt' | 'closedAt'>;

/** L9: the person, or null for a meeting that is not held, or that nobody led. */
export function ledMost({ status, lead, leadHistory, startedAt, closedAt }: Led): string | null {
  if (status !== 'live' && status !== 'closed') return null;
  if (status === 'live' || startedAt === null || closedAt === null) return lead.holder;
  const ledMs = new Map<string, number>();
  let since = startedAt;
  for (const { from, at } of [...leadHistory, { from: lead.holder, at: closedAt }]) {
    const until = Math.min(Math.max(at, since), closedAt);
    if (from !== null) ledMs.set(from, (ledMs.get(from) ?? 0) + until - since);
    since = until;
  }
  const longest = Math.max(...ledMs.values());
  return [...ledMs.keys()].findLast((person) => ledMs.get(person) === longest) ?? null;
}
