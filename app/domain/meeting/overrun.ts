/**
 * Time that runs over: whether there is any to give, whose it would be, and what the circle said. Nothing ticks here.
 *
 * T1 Topics stand in the order of their votes: V5.
 * T2 When an item's time is over a vote opens for 20 s: up, sideways or down, by people in the room, one each, free to
 *    change until it closes; no vote is an abstention. Nobody sees the others' before it closes.
 * T3 It is extended when more are for it than against it, and at least a third of those present are for it; a tie moves
 *    on. Whoever brings the item, or has the hot seat it is part of, may end it early; nobody can force an extension.
 * T4 The first extension is half the planned time to the nearest minute, at least one; the second half of the first;
 *    there is no third. It counts from when its vote opened, also where the item had run over by then. It fits when with
 *    it everything protected keeps its time and everything promised its least time before the planned end.
 * T5 What it takes beyond the slack comes from topics that have not started, in reverse order, each down to its least
 *    time; only then do the last ones drop out. It is the same for everybody and shown before the vote. Time that went
 *    without a vote, by a late start, overtime, a pause or a gap between items, is taken back the same way: no more than
 *    went, and only what the planned end lacks. Where that lacks more, because the agenda was too long anyway, only whole minutes went.
 * T6 What drops out is carried over: once more counted, with its votes, hot seats first. What comes back for the third
 *    time is carried only when its owner says so.
 * T7 Time that is left brings back dropped topics, first the first, each only when all of its time fits.
 * T8 A hot seat that could not start is first in the next meeting, with the same member.
 * Protected is everything but topics. A topic's least time is half of what is planned, rounded up, at least 5 minutes.
 * Source: the agenda design, C.1, with its worked example.
 */
import { type AgendaItem, listedItems } from './agenda.ts';
import { remainingMs } from './timebox.ts';

/** T2, in ms. */
export const VOTE_LASTS = 20_000;
/** T4 */
const MOST_EXTENSIONS = 2;
const LEAST_MINUTES = 5;
const minute = 60_000;

/** What is taken from which topic, in whole minutes, and which topics drop out. */
export type Absorption = { taken: { item: string; minutes: number }[]; dropped: string[] };

/** An item as the arithmetic sees it. `give`: a topic, which may become shorter or drop out. Whole minutes. */
export type Stake = { id: string; minutes: number; least: number; gives: boolean };

/** T5: the least a topic may be left with, in minutes. */
export function leastMinutes(minutes: number): number {
  return Math.min(minutes, Math.max(LEAST_MINUTES, Math.ceil(minutes / 2)));
}

/**
 * T4 T5: how `needMs` of time up to `untilMs` from now is found before what is still to come, or null when even without
 * any topic it is not there. `stakes` in the agenda's order; both lengths in ms.
 */
export function absorb(stakes: readonly Stake[], needMs: number, untilMs: number): Absorption | null {
  const promised = stakes.reduce((sum, { minutes }) => sum + minutes, 0);
  let over = Math.ceil((needMs + promised * minute - untilMs) / minute);
  const taken: Absorption['taken'] = [];
  const dropped: string[] = [];
  const givers = stakes.filter(({ gives }) => gives).reverse();
  for (const { id, minutes, least } of givers) {
    const part = Math.min(Math.max(0, over), minutes - least);
    if (part > 0) taken.push({ item: id, minutes: part });
    over -= part;
  }
  for (const { id, least } of givers) {
    if (over <= 0) break;
    dropped.push(id);
    over -= least;
  }
  if (over > 0) return null;
  return {
    taken: giveBack(
      taken.filter(({ item }) => !dropped.includes(item)),
      -over,
    ),
    dropped,
  };
}

/** A dropped topic may free more than was missing: then the others are shortened by less, the first of them first. */
function giveBack(taken: Absorption['taken'], spare: number): Absorption['taken'] {
  let left = Math.max(0, spare);
  return taken
    .toReversed()
    .map(({ item, minutes }) => {
      const back = Math.min(left, minutes);
      left -= back;
      return { item, minutes: minutes - back };
    })
    .filter(({ minutes }) => minutes > 0)
    .reverse();
}

/** What is still to come: everything listed that has not started and has not dropped out. */
function stakesOf(items: readonly AgendaItem[]): Stake[] {
  return listedItems(items)
    .filter(({ clock, dropped }) => clock.state === 'idle' && !dropped)
    .map(({ id, minutes, itemKind }) => {
      const gives = itemKind === 'topic';
      return { id, minutes, least: gives ? leastMinutes(minutes) : minutes, gives };
    });
}

/** T4: the next extension of this item in ms, or null after the last. */
export function extensionMs({
  minutes,
  extensions,
}: Pick<AgendaItem, 'minutes' | 'extensions'>): number | null {
  if (extensions.length >= MOST_EXTENSIONS) return null;
  const first = Math.max(1, Math.round(minutes / 2));
  return (extensions.length === 0 ? first : Math.max(1, Math.round(first / 2))) * minute;
}

export type Offer = { ms: number; absorption: Absorption };

/** T4: by how much an item had run over when the vote opened that closes at `at`, in ms. */
export function overAtVote(item: Pick<AgendaItem, 'minutes' | 'clock'>, at: number): number {
  return Math.max(0, -remainingMs(item, at - VOTE_LASTS));
}

/**
 * T4 T5: what an extension decided at `at` would be and cost, or null when there is none to give. Time the item still
 * has counts as needed too; the 20 s of the vote itself are part of the extension. `endsAt` is the planned end.
 */
export function offerFor(
  { items, endsAt }: { items: readonly AgendaItem[]; endsAt: number },
  item: AgendaItem,
  at: number,
): Offer | null {
  const ms = extensionMs(item);
  if (ms === null) return null;
  const absorption = absorb(
    stakesOf(items),
    Math.max(0, ms + overAtVote(item, at) + remainingMs(item, at)),
    endsAt - at,
  );
  return absorption && { ms, absorption };
}

/** T5: what becomes shorter or drops out at `at` because `lostMs` have gone by that nobody had planned. */
export function madeUp(
  { items, endsAt }: { items: readonly AgendaItem[]; endsAt: number },
  lostMs: number,
  at: number,
): Absorption {
  const stakes = stakesOf(items);
  const promised = stakes.reduce((sum, { minutes }) => sum + minutes, 0) * minute;
  const lacks = promised - (endsAt - at);
  // An agenda that was too long from the beginning is the circle's own choice; only what was lost is made up for.
  const due = lacks > lostMs ? Math.floor(lostMs / minute) * minute : lacks;
  return absorb(stakes, 0, promised - due) ?? dropAll(stakes);
}

/** T5: by how much an item that ends at `at` took longer than it was given, pauses included, in ms. */
export function lostBy({ minutes, clock }: AgendaItem, at: number): number {
  return clock.begunAt === null ? 0 : Math.max(0, at - clock.begunAt - minutes * minute - clock.extendedMs);
}

function dropAll(stakes: readonly Stake[]): Absorption {
  return {
    taken: [],
    dropped: stakes
      .filter(({ gives }) => gives)
      .map(({ id }) => id)
      .reverse(),
  };
}

/** T7: which dropped topics come back when there is time from `at` on, in the agenda's order. */
export function pulledUp(items: readonly AgendaItem[], endsAt: number, at: number): string[] {
  let left = endsAt - at - stakesOf(items).reduce((sum, { minutes }) => sum + minutes, 0) * minute;
  const back: string[] = [];
  for (const { id, minutes, dropped, clock } of listedItems(items)) {
    if (!dropped || clock.state !== 'idle' || minutes * minute > left) continue;
    back.push(id);
    left -= minutes * minute;
  }
  return back;
}

export const thumbs = ['up', 'sideways', 'down'] as const;
export type Thumb = (typeof thumbs)[number];

/** T3: whether it is extended. `thumbs` by person; only those who are `present` count. */
export function isExtended(thumbs: Readonly<Record<string, Thumb>>, present: readonly string[]): boolean {
  const count = (thumb: Thumb) => present.filter((person) => thumbs[person] === thumb).length;
  const up = count('up');
  return up > count('down') && up >= Math.ceil(present.length / 3);
}
