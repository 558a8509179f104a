import type { Reader } from '#app/domain/calendar/say-time.ts';
import type { Hit, Search } from '#app/domain/search/search.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { HitCard } from './hit-card.tsx';
import { pageOf } from './search-addresses.ts';
import { type Choices, SearchForm } from './search-form.tsx';

type SearchPageProps = {
  wanted: Search;
  found: { hits: Hit[]; isMore: boolean; isBehind: boolean };
  choices: Choices;
  reader: Reader;
};

/** Looking for what was said, planned and decided in one's circles. */
export function SearchPage({ wanted, found, choices, reader }: SearchPageProps) {
  const { hits, isMore, isBehind } = found;
  const isAsked = wanted.query.trim() !== '';

  return (
    <div className="flex max-w-text flex-col gap-6">
      <PageHeading
        title="Search"
        lead="What was said, noted, planned, decided and promised in your circles. Only members can find it."
      />
      <SearchForm key={JSON.stringify(wanted)} wanted={wanted} choices={choices} reader={reader} />
      {isBehind ? (
        <Notice>Not everything from long ago can be found yet. Look again in a few minutes.</Notice>
      ) : null}
      {isAsked && hits.length === 0 ? <NothingFound page={wanted.page} /> : null}
      {hits.length > 0 ? (
        <ol aria-label="What was found, the newest first" className="flex flex-col gap-3">
          {hits.map((hit) => (
            <HitCard key={hit.kind + hit.id + hit.meeting?.id} hit={hit} reader={reader} />
          ))}
        </ol>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {wanted.page > 1 ? (
          <ButtonLink to={pageOf(wanted, -1)} size="small">
            Newer
          </ButtonLink>
        ) : null}
        {isMore ? (
          <ButtonLink to={pageOf(wanted, 1)} size="small">
            Older
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

function NothingFound({ page }: { page: number }) {
  return (
    <p role="status" className="rounded-md border border-dashed border-line-strong px-4 py-6 text-ink-soft">
      {page > 1
        ? 'There is nothing more.'
        : 'Nothing found. Try fewer words, or only their beginnings: “estim” finds “estimate” and “estimating”.'}
    </p>
  );
}
