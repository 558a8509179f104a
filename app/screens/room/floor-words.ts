import type { FloorOrder } from '#app/domain/meeting/floor.ts';
import { count } from './remaining-words.ts';

/** The order of the queue in words. */
export function orderInWords(order: FloorOrder): string {
  return order === 'fair' ? 'Fewest turns first' : 'First come, first served';
}

/** How long a turn is meant to be: "2 minutes", "No clock". */
export function turnInWords(turnMs: number | null): string {
  return turnMs === null ? 'No clock' : count(turnMs / 60_000, 'minute');
}
