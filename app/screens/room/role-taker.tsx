import type { MeetingRole } from '#app/domain/meeting/roles.ts';
import { Button } from '#app/ui/button.tsx';
import { useRoomParts } from './room-context.ts';

/** While a phase is a role's and nobody has it: take it. */
export function RoleTaker({ roles }: { roles: readonly MeetingRole[] }) {
  const { me, act } = useRoomParts();

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p>Nobody is the {roles.join(' or ')} yet, so everyone may speak.</p>
      {roles.map((role) => (
        <Button
          key={role}
          type="button"
          size="small"
          onClick={() => act({ kind: 'role.give', role, person: me })}
        >
          I am the {role}
        </Button>
      ))}
    </div>
  );
}
