/**
 * What a meeting has not reached (M6 N2), and what of it goes on to the next one (carry.ts).
 *
 * R3 A challenge that a format looks at over several items is one: from its first hot seat to its last it goes on whole,
 *    and once one of them has begun none of them does.
 * R4 A format's seat that nobody took is nobody's wish and stays behind.
 */
import { type AgendaItem, isFrozen, listedItems } from './agenda.ts';
import { challengeOf } from './challenge.ts';

/** M6 R3 R4: the topics and hot seats that never started, in order. */
export function unfinishedItems(items: readonly AgendaItem[]): AgendaItem[] {
  return listedItems(items).filter((item) => {
    if (item.itemKind === 'topic') return !isFrozen(item);
    const whole = challengeOf(items, item);
    if (whole.length === 0 || whole.some(isFrozen)) return false;
    return item.run === null || whole.some(({ bringer }) => bringer !== null);
  });
}
