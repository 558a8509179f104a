import { type Ask, levelName, type Offer, priorityName } from '#app/domain/people/offers-and-asks.ts';
import { sayStyle } from '#app/domain/people/style.ts';
import { Card } from '#app/ui/card.tsx';
import { DataList } from '#app/ui/data-list.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import type { OwnProfile } from './me.tsx';

type ProfilePreviewProps = { profile: OwnProfile; offers: Offer[]; asks: Ask[] };

/** What fellow members see. */
export function ProfilePreview({ profile, offers, asks }: ProfilePreviewProps) {
  return (
    <Card title="What your circles see" id="preview">
      <div className="flex items-center gap-4">
        <SeatMark id={profile.id} name={profile.name} size="large" />
        <div className="min-w-0">
          <p className="text-lg font-semibold">{profile.name}</p>
          {profile.role ? <p className="text-ink-soft">{profile.role}</p> : null}
        </div>
      </div>
      {profile.about ? <p className="max-w-text whitespace-pre-line">{profile.about}</p> : null}
      <DataList items={factsOf(profile, offers, asks)} />
      <p className="text-sm text-ink-soft">Your mail address is not shown to them.</p>
    </Card>
  );
}

function factsOf(profile: OwnProfile, offers: Offer[], asks: Ask[]) {
  const { formality, planning, industry, timeZone } = profile;
  return [
    { label: 'Offers', value: listed(offers.map(({ topic, level }) => `${topic} (${levelName(level)})`)) },
    {
      label: 'Asks',
      value: listed(asks.map(({ topic, priority }) => `${topic} (${priorityName(priority)})`)),
    },
    { label: 'Industry', value: industry || 'Not said' },
    { label: 'Time zone', value: timeZone.replaceAll('_', ' ') },
    { label: 'Style', value: sayStyle(formality, planning) || 'Either way' },
  ];
}

function listed(topics: string[]) {
  if (topics.length === 0) return 'Nothing said yet';
  return (
    <ul>
      {topics.map((topic) => (
        <li key={topic}>{topic}</li>
      ))}
    </ul>
  );
}
