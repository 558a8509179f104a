import type { Match } from '#app/domain/circle/matches.ts';
import { Card } from '#app/ui/card.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { CircleMember } from './circle-model.ts';
import { OffersAndAsks } from './offers-and-asks.tsx';

type MemberListProps = { circleId: string; readerId: string; members: CircleMember[]; matches: Match[] };

/** Everyone in the circle, each with what they offer beside what they ask. */
export function MemberList({ circleId, readerId, members, matches }: MemberListProps) {
  return (
    <section aria-labelledby="members" className="flex flex-col gap-4">
      <h2 id="members" className="text-xl">
        Offers and asks
      </h2>
      <ul className="grid gap-4 lg:grid-cols-2">
        {members.map((member) => (
          <Card as="li" key={member.id}>
            <MemberLine circleId={circleId} member={member} isReader={member.id === readerId} />
            <OffersAndAsks member={member} readerId={readerId} matches={matches} level={4} />
          </Card>
        ))}
      </ul>
    </section>
  );
}

type MemberLineProps = { circleId: string; member: CircleMember; isReader: boolean };

function MemberLine({ circleId, member, isReader }: MemberLineProps) {
  return (
    <div className="flex items-center gap-3">
      <SeatMark id={member.id} name={member.name} />
      <div className="min-w-0">
        <h3 className="text-lg">
          <TextLink to={`/circles/${circleId}/members/${member.id}`} quiet>
            {member.name}
          </TextLink>
          {isReader ? <span className="text-ink-soft"> (you)</span> : null}
        </h3>
        {member.role ? <p className="text-sm text-ink-soft">{member.role}</p> : null}
      </div>
    </div>
  );
}
