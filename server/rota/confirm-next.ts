import { isOpen, type RotaFacts } from '#app/domain/rota/facts.ts';

/**
 * The facts with the next two meetings confirmed: their dates do not change any more without need. The second one in a
 * row by the same person is not, so that company (or a better date) can still relieve them.
 */
export function confirmNext(facts: RotaFacts): RotaFacts {
  const [first, second] = facts.meetings.filter(isOpen);
  const confirmed = [
    first && first.announced !== null ? first : null,
    second && second.announced !== null && second.announced !== first?.announced ? second : null,
  ];
  const meetings = facts.meetings.map((each) => {
    if (!isOpen(each)) return each;
    return { ...each, state: confirmed.includes(each) ? ('confirmed' as const) : ('planned' as const) };
  });
  return { ...facts, meetings };
}
