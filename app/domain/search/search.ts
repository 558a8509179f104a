/** What somebody looks for, and what is found. */
import type { Part } from './excerpt.ts';
import type { SearchKind } from './search-change.ts';

/** The most characters of a query. */
export const QUERY_LIMIT = 200;

/** What is searched for; null means everything. `page` counts from 1. */
export type Search = {
  query: string;
  circle: string | null;
  meeting: string | null;
  person: string | null;
  kind: SearchKind | null;
  page: number;
};

/** Something that was found. `parts` are the words around it. Instants in ms. */
export type Hit = {
  kind: SearchKind;
  id: string;
  parts: Part[];
  at: number;
  person: string | null;
  circle: { id: string; name: string };
  meeting: { id: string; startsAt: number; isOver: boolean } | null;
};
