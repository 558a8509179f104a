import type { ChangeEvent } from 'react';
import { type MeetingRole, rolesInPlay, suggestedFor } from '#app/domain/meeting/roles.ts';
import { isPresent } from '#app/domain/meeting/state.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectControl, type SelectOption } from '#app/ui/select-control.tsx';
import { useRoomParts } from './room-context.ts';

/** Who has which role. The lead gives them; others take a free one, or lay down their own. */
export function RoleList() {
  const { meeting } = useRoomParts();

  return (
    <section aria-labelledby="roles-title">
      <h3 id="roles-title" className="mb-1 text-base">
        Roles
      </h3>
      <ul className="flex flex-col gap-1">
        {rolesInPlay(meeting).map((role) => (
          <RoleRow key={role} role={role} />
        ))}
      </ul>
    </section>
  );
}

function RoleRow({ role }: { role: MeetingRole }) {
  const { meeting, me, leads, act, nameOf } = useRoomParts();
  const holder = meeting.roles[role] ?? null;
  const give = (person: string | null) => act({ kind: 'role.give', role, person });

  return (
    <li className="flex min-h-11 items-center gap-3">
      <span className="w-24 shrink-0 first-letter:uppercase">{role}</span>
      {leads ? (
        <RoleChoice role={role} onGive={give} />
      ) : (
        <>
          <span className={holder ? 'min-w-0 flex-1 truncate font-semibold' : 'min-w-0 flex-1 text-ink-soft'}>
            {holder === me ? 'You' : holder ? nameOf(holder) : 'Nobody yet'}
          </span>
          {holder === null || holder === me ? (
            <Button
              type="button"
              size="small"
              kind={holder === me ? 'plain' : 'quiet'}
              aria-label={holder === me ? `Lay down: ${role}` : `I do it: ${role}`}
              onClick={() => give(holder === me ? null : me)}
            >
              {holder === me ? 'Lay down' : 'I do it'}
            </Button>
          ) : null}
        </>
      )}
    </li>
  );
}

/** For the lead: everybody, whom the rota suggests and who is here first. */
function RoleChoice({ role, onGive }: { role: MeetingRole; onGive: (person: string | null) => void }) {
  const { meeting, state, me } = useRoomParts();
  const holder = meeting.roles[role];
  const suggested = suggestedFor(meeting, role);
  const groupOf = (id: string) =>
    id === suggested ? 'Suggested' : isPresent(meeting, id) ? 'Here' : 'Not here';
  const options = state.people
    .map(({ id, name }): SelectOption => ({ value: id, label: id === me ? 'You' : name, group: groupOf(id) }))
    .sort((a, b) => rank(a) - rank(b));

  return (
    <span className="min-w-0 flex-1">
      <SelectControl
        aria-label={role}
        value={holder ?? ''}
        placeholder="Nobody yet"
        options={options}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onGive(event.target.value || null)}
      />
    </span>
  );
}

const rank = ({ group = '' }: SelectOption) => ['Suggested', 'Here', 'Not here'].indexOf(group);
