import { excerptOf } from '#app/domain/search/excerpt.ts';
import { plainQuery } from '#app/domain/search/plain-query.ts';
import type { Hit, Search } from '#app/domain/search/search.ts';
import { findSearchLines, type SearchRow } from '#db/search.ts';
import type { House } from '../house.ts';
import { bringUpRooms } from './bring-up.ts';
import { bringUpNotes } from './bring-up-notes.ts';

/** How many hits a page shows, and how many pages there are at most. */
const PER_PAGE = 20;
export const MOST_PAGES = 50;

/** `isBehind`: not everything that was said long ago can be found yet. */
export type Found = { hits: Hit[]; isMore: boolean; isBehind: boolean };

/** What this person may read and is looking for, the newest first. */
export async function search(house: House, reader: string, wanted: Search): Promise<Found> {
  const { query, prefixes, runs } = plainQuery(wanted.query);
  if (!/[\p{L}\p{N}]/u.test(query)) return { hits: [], isMore: false, isBehind: false };

  const [linesBehind, notesBehind] = [await bringUpRooms(house, reader), await bringUpNotes(house, reader)];
  const isBehind = linesBehind || notesBehind;
  const window = { offset: (wanted.page - 1) * PER_PAGE, limit: PER_PAGE + 1 };
  const lines = await findSearchLines(house.db, { ...wanted, reader, query, prefixes, ...window });
  const hits = lines.slice(0, PER_PAGE).map((line) => hitOf(line, runs));
  return { hits, isMore: lines.length > PER_PAGE, isBehind };
}

function hitOf(line: SearchRow, runs: readonly string[]): Hit {
  const { kind, id, text, marked, at, person_name, circle_id, circle_name } = line;
  const meeting = line.meeting_id &&
    line.meeting_starts_at && {
      id: line.meeting_id,
      startsAt: line.meeting_starts_at.getTime(),
      isOver: line.meeting_status === 'closed' || line.meeting_status === 'skipped',
    };
  return {
    ...{ kind, id, parts: excerptOf(text, marked, runs), at: at.getTime(), person: person_name },
    circle: { id: circle_id, name: circle_name },
    meeting: meeting || null,
  };
}
