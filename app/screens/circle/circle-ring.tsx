import { Ring } from '#app/ui/ring.tsx';
import type { CircleFacts, CircleMember } from './circle-model.ts';

type CircleRingProps = {
  circle: CircleFacts;
  members: CircleMember[];
  /** Who leads each of the next meetings, the next one first. */
  leads: (string | null)[];
  readerId: string;
};

/** Who is in, who leads the next meeting, and to whom the lead comes after that. */
export function CircleRing({ circle, members, leads, readerId }: CircleRingProps) {
  const [lead, ...later] = leads;
  const [next, then] = [...new Set(later)].filter((id) => id !== null && id !== lead);
  const seats = members.map(({ id, name }) => ({
    id,
    name,
    state: 'present' as const,
    lead: id === lead,
    self: id === readerId,
    ...(id === next ? { next: 1 as const } : {}),
    ...(id === then ? { next: 2 as const } : {}),
  }));
  const free = Math.max(0, circle.sizeLimit - members.length);
  const detail = free === 0 ? 'full' : `${free} ${free === 1 ? 'seat' : 'seats'} free`;

  return (
    <Ring
      seats={seats}
      label="Who is in this circle"
      presence={false}
      size="large"
      centre={{ title: `${members.length} members`, detail }}
    />
  );
}
