import { MOST_STEPS } from '#app/domain/meeting/formats.ts';

/** The forms that stand on the page once, by number; the forms of items follow. */
const single = { propose: 0, 'proposed-item': 1, close: 2, format: 3 };
const ofItems = ['move', 'vote', 'edit', 'withdraw', 'keep'] as const;
const firstStep = 16;
const firstItem = 64;

/**
 * An id for one form of a page: the page's own (a UUID the loader made) with its last four hex digits replaced by the
 * form's number. So each form has its own, and the same form sent twice has one effect.
 */
function numbered(seed: string, number: number): string {
  return seed.slice(0, -4) + number.toString(16).padStart(4, '0');
}

/** The command id of a form that stands on the page once, or the id of the item it proposes. */
export function formId(seed: string, form: keyof typeof single): string {
  return numbered(seed, single[form]);
}

/** The command id of one item's form. `place`: which item, counted from 0 in any order that does not change. */
export function itemFormId(seed: string, place: number, form: (typeof ofItems)[number]): string {
  return numbered(seed, firstItem + place * ofItems.length + ofItems.indexOf(form));
}

/** Ids for the items that a format brings. */
export function stepIds(seed: string): string[] {
  return Array.from({ length: MOST_STEPS }, (_, index) => numbered(seed, firstStep + index));
}
