import type { ReactNode } from 'react';
import type { Match } from '#app/domain/circle/matches.ts';
import { levelName, priorityName, sameTopic } from '#app/domain/people/offers-and-asks.ts';
import { Badge } from '#app/ui/badge.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { CircleMember } from './circle-model.ts';

type OffersAndAsksProps = {
  member: CircleMember;
  readerId: string;
  matches: Match[];
  /** The level of the two headings. */
  level: 3 | 4;
};

/** What one member offers and asks, side by side; what concerns the reader is marked in words. */
export function OffersAndAsks({ member, readerId, matches, level }: OffersAndAsksProps) {
  const forMe = matches.filter((match) => match.askerId === readerId && match.giverId === member.id);
  const byMe = matches.filter((match) => match.giverId === readerId && match.askerId === member.id);
  const isReader = member.id === readerId;

  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <Side title="Offers" level={level} isReader={isReader}>
        {member.offers.map((offer) => (
          <Topic key={offer.id} topic={offer.topic} detail={levelName(offer.level)}>
            {forMe.some((match) => sameTopic(match.topic, offer.topic)) ? (
              <Badge kind="receive">you ask for this</Badge>
            ) : null}
          </Topic>
        ))}
      </Side>
      <Side title="Asks" level={level} isReader={isReader}>
        {member.asks.map((ask) => (
          <Topic key={ask.id} topic={ask.topic} detail={priorityName(ask.priority)}>
            {byMe.some((match) => sameTopic(match.topic, ask.topic)) ? (
              <Badge kind="give">you offer this</Badge>
            ) : null}
          </Topic>
        ))}
      </Side>
    </div>
  );
}

type SideProps = { title: string; level: 3 | 4; isReader: boolean; children: ReactNode[] };

function Side({ title, level, isReader, children }: SideProps) {
  const Heading = level === 3 ? 'h3' : 'h4';

  return (
    <div className="min-w-0">
      <Heading className="mb-2 font-sans text-sm font-semibold text-ink-soft">{title}</Heading>
      {children.length > 0 ? (
        <ul className="flex flex-col gap-2">{children}</ul>
      ) : (
        <Nothing isReader={isReader} />
      )}
    </div>
  );
}

function Nothing({ isReader }: { isReader: boolean }) {
  if (!isReader) return <p className="text-ink-soft">Nothing said yet</p>;
  return <TextLink to="/me">Say it in your profile</TextLink>;
}

function Topic({ topic, detail, children }: { topic: string; detail: string; children: ReactNode }) {
  return (
    <li className="min-w-0 leading-snug">
      {topic} <span className="text-sm text-ink-soft">({detail})</span> {children}
    </li>
  );
}
