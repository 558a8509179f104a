import type { Match } from '#app/domain/circle/matches.ts';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { sayStyle } from '#app/domain/people/style.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataList, type DataListItem } from '#app/ui/data-list.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import type { CircleMember } from './circle-model.ts';
import { OffersAndAsks } from './offers-and-asks.tsx';
import { RemoveCard } from './remove-card.tsx';

type MemberProfile = CircleMember & {
  industry: string;
  about: string;
  timeZone: string;
  formality: string | null;
  planning: string | null;
};

type MemberPageProps = {
  circle: { id: string; name: string };
  readerId: string;
  member: MemberProfile;
  matches: Match[];
  /** Their clock now, for example "14:05". */
  clock: string;
  mayRemove: boolean;
};

/** One member, as the circle knows them. */
export function MemberPage({ circle, readerId, member, matches, clock, mayRemove }: MemberPageProps) {
  const isReader = member.id === readerId;

  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-end gap-4">
        <SeatMark id={member.id} name={member.name} size="large" />
        <PageHeading
          back={{ to: `/circles/${circle.id}`, label: circle.name }}
          title={member.name}
          lead={member.role || undefined}
          actions={isReader ? <ButtonLink to="/me">Change your profile</ButtonLink> : undefined}
        />
      </div>
      <Card title="Offers and asks">
        <OffersAndAsks member={member} readerId={readerId} matches={matches} level={3} />
      </Card>
      <Card title="About">
        {member.about ? <p className="max-w-text whitespace-pre-line">{member.about}</p> : null}
        <DataList items={factsOf(member, clock)} />
      </Card>
      {isReader ? null : <RemoveCard name={member.name} may={mayRemove} whyNot={refusalInWords('remove')} />}
    </div>
  );
}

function factsOf(member: MemberProfile, clock: string): DataListItem[] {
  const style = sayStyle(member.formality, member.planning);
  const facts: (DataListItem | null)[] = [
    member.industry ? { label: 'Industry', value: member.industry } : null,
    { label: 'Time zone', value: `${member.timeZone.replaceAll('_', ' ')}, now ${clock}` },
    style ? { label: 'Style', value: style } : null,
  ];
  return facts.filter((fact) => fact !== null);
}
