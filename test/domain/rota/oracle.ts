/** The rota's promises worked out the slow way, without any of its code. */
import type { RotaFacts } from '#app/domain/rota/facts.ts';

/** lcm(1..12): an own figure, so that a wrong unit in the rota shows. */
const unit = 27_720;

/** R1 Who may hold a meeting, written out once more from the rule. */
export function eligibleAt(facts: RotaFacts, number: number): string[] {
  const meeting = facts.meetings[number - 1]!;
  if (meeting.state === 'cancelled') return [];

  return facts.members.flatMap((member) => {
    const came = (at: number) => {
      const each = facts.meetings[at - 1]!;
      const away = each.absent.includes(member.id) || each.missed.includes(member.id);
      return each.state !== 'cancelled' && !away ? 1 : 0;
    };
    let attended = 0;
    for (let at = member.joinedFrom; at < number; at++) attended += came(at);
    const counts = member.joinedFrom <= number && attended >= member.grace;
    const stays = member.leftFrom === null || number < member.leftFrom;
    return counts && stays && !meeting.absent.includes(member.id) ? [member.id] : [];
  });
}

/** R2 What is due to everyone after these holders, in the rota's units. */
export function dueAfter(facts: RotaFacts, holders: (string | null)[]): Map<string, number> {
  const due = new Map(facts.members.map((each) => [each.id, 0]));
  holders.forEach((holder, at) => {
    const eligible = eligibleAt(facts, at + 1);
    for (const id of eligible) due.set(id, due.get(id)! + unit / eligible.length);
    if (holder !== null) due.set(holder, due.get(holder)! - unit);
  });
  return due;
}

/** R10 R16 The holders after two of them exchange their meetings; null unless both can, and neither gets two in a row. */
export function exchange(
  facts: RotaFacts,
  holders: (string | null)[],
  a: number,
  b: number,
): (string | null)[] | null {
  const [first, second] = [holders[a]!, holders[b]!];
  if (first === null || second === null || first === second) return null;
  if (!eligibleAt(facts, a + 1).includes(second) || !eligibleAt(facts, b + 1).includes(first)) return null;

  const exchanged = holders.with(a, second).with(b, first);
  const isBeside = (at: number) => exchanged[at] === exchanged[at - 1] || exchanged[at] === exchanged[at + 1];
  return isBeside(a) || isBeside(b) ? null : exchanged;
}

/** R5 Every member and meeting at which the count of turns leaves floor and ceiling of the share so far. */
export function listUnfair(facts: RotaFacts, holders: (string | null)[]): string[] {
  const share = new Map(facts.members.map((each) => [each.id, 0]));
  const count = new Map(facts.members.map((each) => [each.id, 0]));

  return holders.flatMap((holder, at) => {
    const eligible = eligibleAt(facts, at + 1);
    for (const id of eligible) share.set(id, share.get(id)! + unit / eligible.length);
    if (holder !== null) count.set(holder, count.get(holder)! + 1);
    return facts.members
      .filter(({ id }) => {
        const turns = count.get(id)!;
        return turns < Math.floor(share.get(id)! / unit) || turns > Math.ceil(share.get(id)! / unit);
      })
      .map(({ id }) => `${id} at ${at + 1}`);
  });
}

/** R7 How often a holder is the one of the meeting before. */
export function countRepeats(holders: (string | null)[]): number {
  return holders.filter((holder, at) => at > 0 && holder !== null && holder === holders[at - 1]).length;
}

/** R7 The fewest repeats of any plan that keeps R5, by trying them all; expects everybody's R1 to be met somehow. */
export function fewestRepeats(facts: RotaFacts): number {
  const eligible = facts.meetings.map((each) => eligibleAt(facts, each.number));
  let fewest = Number.POSITIVE_INFINITY;
  const walk = (holders: (string | null)[], repeats: number) => {
    if (repeats >= fewest || listUnfair(facts, holders).length > 0) return;
    if (holders.length === facts.meetings.length) {
      fewest = repeats;
      return;
    }
    const choices = eligible[holders.length]!;
    for (const id of choices.length > 0 ? choices : [null]) {
      walk([...holders, id], repeats + (id !== null && id === holders.at(-1) ? 1 : 0));
    }
  };
  walk([], 0);
  return fewest;
}
