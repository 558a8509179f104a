import type { Match } from '#app/domain/circle/matches.ts';
import { Card } from '#app/ui/card.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { type CircleMember, type Reach, reachOf } from './circle-model.ts';

type HelpProps = { readerId: string; members: CircleMember[]; matches: Match[] };

/** Who can help whom, the reader's own first. */
export function HelpWithinReach({ readerId, members, matches }: HelpProps) {
  const names = new Map(members.map((member) => [member.id, member.name]));
  const reach = reachOf(readerId, matches);
  const mine = reach.filter(({ kind }) => kind !== 'others');
  const others = reach.filter(({ kind }) => kind === 'others');

  return (
    <Card title="Help within reach">
      {mine.length > 0 ? (
        <ReachLines reach={mine} names={names} />
      ) : (
        <p className="text-ink-soft">
          No offer meets one of your asks yet, and none of yours meets another’s. The more everyone says, the
          more shows up here.
        </p>
      )}
      {others.length > 0 ? (
        <Disclosure summary="Among the others" detail={String(others.length)}>
          <ReachLines reach={others} names={names} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function ReachLines({ reach, names }: { reach: Reach[]; names: Map<string, string> }) {
  return (
    <ul className="flex flex-col gap-2">
      {reach.map(({ kind, match }) => (
        <li key={`${match.giverId} ${match.askerId} ${match.topic}`}>
          <ReachLine kind={kind} match={match} names={names} />
        </li>
      ))}
    </ul>
  );
}

function ReachLine({ kind, match, names }: Reach & { names: Map<string, string> }) {
  const giver = names.get(match.giverId);
  const asker = names.get(match.askerId);
  const topic = <strong className="font-semibold">{match.topic}</strong>;

  if (kind === 'receive')
    return (
      <>
        {giver} offers what you ask: {topic}
      </>
    );
  if (kind === 'give')
    return (
      <>
        You offer what {asker} asks: {topic}
      </>
    );
  return (
    <>
      {giver} offers what {asker} asks: {topic}
    </>
  );
}
