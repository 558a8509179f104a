import { Form } from '@remix-run/react';
import { type Reader, sayDay } from '#app/domain/calendar/say-time.ts';
import type { Search } from '#app/domain/search/search.ts';
import type { SearchKind } from '#app/domain/search/search-change.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { SelectControl, type SelectOption } from '#app/ui/select-control.tsx';
import { kindWords } from './kind-words.ts';
import { SearchInput } from './search-box.tsx';

export type Choices = {
  circles: { id: string; name: string }[];
  people: { id: string; name: string }[];
  meetings: { id: string; circle: string; startsAt: number }[];
};

/** The question, and what narrows it down. */
export function SearchForm({
  wanted,
  choices,
  reader,
}: {
  wanted: Search;
  choices: Choices;
  reader: Reader;
}) {
  const { circle, meeting, person, kind } = wanted;
  const isNarrow = [circle, meeting, person, kind].some((one) => one !== null);
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const kinds = Object.entries(kindWords) as [SearchKind, { plural: string }][];

  return (
    <Form role="search" className="flex flex-col gap-3">
      <SearchInput query={wanted.query} label="Words to look for" />
      <Disclosure summary="Narrow it down" open={isNarrow || undefined}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Narrow
            name="kind"
            label="What"
            value={kind}
            options={kinds.map(([value, { plural }]) => ({ value, label: plural }))}
          />
          <Narrow name="person" label="By whom" value={person} options={choices.people.map(named)} />
          <Narrow name="circle" label="In which circle" value={circle} options={choices.circles.map(named)} />
          <Narrow
            name="meeting"
            label="In which meeting"
            value={meeting}
            options={choices.meetings.map(({ id, circle: name, startsAt }) => ({
              value: id,
              label: `${sayDay(startsAt, reader)}, ${name}`,
            }))}
          />
        </div>
      </Disclosure>
    </Form>
  );
}

type NarrowProps = { name: string; label: string; value: string | null; options: SelectOption[] };

function Narrow({ name, label, value, options }: NarrowProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is inside
    <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">
      {label}
      <SelectControl name={name} defaultValue={value ?? ''} placeholder="All" options={options} />
    </label>
  );
}
