import { plainQuery } from '#app/domain/search/plain-query.ts';
import { findSearchLines } from '#db/search.ts';
import { progress } from '../report.ts';
import { fillLibrary, type LibraryShape } from './library.ts';
import { type Study, time } from './study.ts';

/** What one page of results asks for, and where the fiftieth, the last one, begins. */
const PAGE = 21;
const LAST_PAGE = 49 * 20;

type Looked = { name: string; typed: string; offset?: number; found: boolean };

const looks: readonly Looked[] = [
  { name: 'in_70_percent', typed: 'meeting', found: true },
  { name: 'beginnings_in_40_percent', typed: 'prepar', found: true },
  { name: 'two_words_in_most', typed: 'meeting because', found: true },
  { name: 'in_8_percent', typed: 'budget', found: true },
  { name: 'in_3_of_10000', typed: 'sabbatical', found: true },
  { name: 'in_1_of_5000', typed: 'zeppelin', found: true },
  { name: 'only_in_others', typed: 'harvest', found: false },
  { name: 'nowhere', typed: 'quokka', found: false },
  { name: 'in_8_percent.page_50', typed: 'budget', offset: LAST_PAGE, found: true },
];

/** What it takes to search in everything that many circles have said, for somebody who belongs to a few of them. */
export async function measureSearch(study: Study, shape: LibraryShape): Promise<void> {
  const { house } = study;
  const began = performance.now();
  const { reader } = await fillLibrary(house, shape);
  progress(
    `${shape.circles * shape.lines} lines made in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
  );
  const everywhere = { circle: null, meeting: null, person: null, kind: null };
  for (const { name, typed, offset = 0, found } of looks) {
    const wish = { reader, ...plainQuery(typed), ...everywhere, offset, limit: PAGE };
    async function run(): Promise<void> {
      const { length } = await findSearchLines(house.db, wish);
      // A small library has no fiftieth page.
      if (length > 0 !== found && offset === 0) throw new Error(`${typed}: ${length} found`);
    }
    await time(study, { name: `search.${name}.ms`, run });
  }
  progress('searched');
}
