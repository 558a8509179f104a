import { Form } from '@remix-run/react';
import Search from 'lucide-react/icons/search';
import { QUERY_LIMIT } from '#app/domain/search/search.ts';
import { Icon } from '#app/ui/icon.tsx';
import { controlLook } from '#app/ui/select-control.tsx';

/** Where one types what to look for in one circle. */
export function SearchBox({ circle, label }: { circle: string; label: string }) {
  return (
    <Form action="/search" role="search" className="flex gap-2">
      <input type="hidden" name="circle" value={circle} />
      <SearchInput label={label} />
    </Form>
  );
}

/** The field and its button, for forms that have more to say. */
export function SearchInput({ query, label }: { query?: string | undefined; label: string }) {
  return (
    <div className="flex min-w-0 flex-1 gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={QUERY_LIMIT}
        placeholder={label}
        aria-label={label}
        className={`${controlLook} min-w-0`}
      />
      <button
        type="submit"
        aria-label="Search"
        className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md border border-line-strong bg-surface text-ink hover:bg-well"
      >
        <Icon of={Search} />
      </button>
    </div>
  );
}
