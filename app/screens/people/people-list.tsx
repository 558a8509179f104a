import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  circles: number;
  isOrganizer: boolean;
  hasPassword: boolean;
};

/** Some of the people: those whose name or address contains `search`, from `page` (0 is the first). */
export type PeoplePart = { rows: PersonRow[]; search: string; page: number; hasMore: boolean };

type PeopleListProps = { part: PeoplePart; children: (person: PersonRow) => ReactNode };

/** People by name, each with what can be done for them. */
export function PeopleList({ part, children }: PeopleListProps) {
  const { rows, search, page, hasMore } = part;

  return (
    <div className="flex flex-col gap-4">
      <Form method="get" role="search" className="flex items-end gap-2">
        <Field
          label="Find somebody"
          name="search"
          type="search"
          defaultValue={search}
          maxLength={80}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <Button>Find</Button>
      </Form>
      {rows.length === 0 ? <p className="text-ink-soft">Nobody by that name or address.</p> : null}
      <ul className="flex flex-col gap-2">
        {rows.map((person) => (
          <li key={person.id}>
            <Disclosure
              summary={<PersonName person={person} />}
              detail={person.circles === 1 ? '1 circle' : `${person.circles} circles`}
            >
              <div className="flex flex-col gap-4">
                <p className="text-ink-soft">{person.email}</p>
                {children(person)}
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        {page > 0 ? <ButtonLink to={pageLink(search, page - 1)}>Those before</ButtonLink> : null}
        {hasMore ? <ButtonLink to={pageLink(search, page + 1)}>Those after</ButtonLink> : null}
      </div>
    </div>
  );
}

function PersonName({ person: { name, isOrganizer, hasPassword } }: { person: PersonRow }) {
  return (
    <>
      {name} {isOrganizer ? <Badge kind="lead">organizer</Badge> : null}
      {hasPassword ? null : <Badge>has not signed in yet</Badge>}
    </>
  );
}

function pageLink(search: string, page: number): string {
  return `?${new URLSearchParams({ ...(search ? { search } : {}), page: String(page) })}`;
}
