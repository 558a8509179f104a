import type { SearchKind } from '#app/domain/search/search-change.ts';

/** What can be found, in words. */
export const kindWords: Record<SearchKind, { one: string; plural: string }> = {
  line: { one: 'Said', plural: 'What was said' },
  item: { one: 'Agenda item', plural: 'Agenda items' },
  decision: { one: 'Decision', plural: 'Decisions' },
  note: { one: 'Shared notes', plural: 'Shared notes' },
  action: { one: 'Action item', plural: 'Action items' },
};
