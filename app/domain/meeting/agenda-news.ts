/**
 * The agenda in sentences: how full the meeting is, and what has just changed, for whoever cannot see it move.
 *
 * B3 The sum of minutes stands against the meeting's length: what is left, or how much is too much.
 * B4 What changed between two looks is one sentence; when several things changed, the weightiest.
 */
import { type AgendaItem, type ItemDraft, listedItems, plannedMinutes } from './agenda.ts';
import type { MeetingState } from './state.ts';

/** `share` is 0 to 1, for a bar; `over` how many minutes do not fit. */
export type Fullness = { sentence: string; share: number; over: number };

/** B3: "70 of 90 minutes, 20 left". */
export function fullnessOf({
  items,
  lengthMinutes,
}: Pick<MeetingState, 'items' | 'lengthMinutes'>): Fullness {
  const planned = plannedMinutes(items);
  const over = Math.max(0, planned - lengthMinutes);
  const rest =
    over > 0
      ? `${over} too many`
      : planned === lengthMinutes
        ? 'just full'
        : `${lengthMinutes - planned} left`;
  return {
    sentence: `${planned} of ${lengthMinutes} minutes, ${rest}`,
    share: lengthMinutes > 0 ? Math.min(1, planned / lengthMinutes) : 1,
    over,
  };
}

/** What everybody is called, and who belongs to the circle now. */
type Readers = { nameOf: (person: string) => string; members: readonly string[] };

/** B4: what a member should hear, or null when nothing of the agenda changed. */
export function agendaNews(before: MeetingState, after: MeetingState, readers: Readers): string | null {
  if (before.voting.open && !after.voting.open) return 'Voting is closed';
  const was = listedItems(before.items);
  const is = listedItems(after.items);
  return (
    cameOrWent(was, is, readers) ??
    changed(was, is) ??
    moved(before.items, was, is) ??
    (after.voting.voters.length > before.voting.voters.length ? sayVoters(after, readers.members) : null)
  );
}

/** "4 of 6 have voted": of those who belong now. */
export function sayVoters({ voting }: Pick<MeetingState, 'voting'>, members: readonly string[]): string {
  return `${votedOf(voting.voters, members)} have voted`;
}

/** "2 of 3": how many of those who count have voted, whoever else did. */
export function votedOf(voters: readonly string[], counted: readonly string[]): string {
  return `${counted.filter((person) => voters.includes(person)).length} of ${counted.length}`;
}

function cameOrWent(was: AgendaItem[], is: AgendaItem[], { nameOf }: Readers): string | null {
  const [first, ...more] = is.filter((item) => !has(was, item.id));
  if (first && more.length > 0) return `${more.length + 1} items were added`;
  if (first)
    return first.proposer ? `${nameOf(first.proposer)} proposed ${first.title}` : `${first.title} was added`;
  const gone = was.find((item) => !has(is, item.id));
  return gone ? `${gone.title} was taken off the agenda` : null;
}

const drafted = ['title', 'itemKind', 'minutes', 'bringer', 'help'] as const satisfies (keyof ItemDraft)[];

function changed(was: AgendaItem[], is: AgendaItem[]): string | null {
  for (const item of is) {
    const old = was.find((one) => one.id === item.id);
    if (!old || old === item) continue;
    if (old.clock.state === 'idle' && item.clock.state === 'running') return `${item.title} has started`;
    if (drafted.some((field) => old[field] !== item[field])) return `${item.title} was changed`;
  }
  return null;
}

/** The one that moved is the one without which the order is as before; of two neighbours, the one with a new key. */
function moved(before: readonly AgendaItem[], was: AgendaItem[], is: AgendaItem[]): string | null {
  const order = (items: AgendaItem[], without = '') =>
    items.flatMap(({ id }) => (id === without ? [] : [id])).join();
  if (order(was) === order(is)) return null;
  const keyed = (item: AgendaItem) => before.find((one) => one.id === item.id)?.key !== item.key;
  const could = is.filter((item) => order(was, item.id) === order(is, item.id));
  const item = could.find(keyed) ?? could[0];
  return item
    ? `Moved ${item.title} to place ${is.indexOf(item) + 1} of ${is.length}`
    : 'The order has changed';
}

function has(items: AgendaItem[], id: string): boolean {
  return items.some((item) => item.id === id);
}
