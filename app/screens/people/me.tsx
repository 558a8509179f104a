import type { Ask, Offer } from '#app/domain/people/offers-and-asks.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { AsksCard } from './asks-card.tsx';
import { OffersCard } from './offers-card.tsx';
import { ProfileForm } from './profile-form.tsx';
import { ProfilePreview } from './profile-preview.tsx';

/** What a person says about themselves, as the page needs it. */
export type OwnProfile = {
  id: string;
  name: string;
  role: string;
  industry: string;
  timeZone: string;
  formality: string | null;
  planning: string | null;
  about: string;
};

type MeProps = {
  profile: OwnProfile;
  offers: Offer[];
  asks: Ask[];
  /** Suggested while typing: what the people around one offer and ask. */
  topics: string[];
  timeZones: readonly string[];
  /** For the next offer or ask that is added. */
  newId: string;
  /** The door of the form that was just saved. */
  saved: string | null;
};

/** One's own profile: what to change, and what the others see of it. */
export function Me({ profile, offers, asks, topics, timeZones, newId, saved }: MeProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title="Me"
        lead="What you offer, what you ask, and how you like it. Only the people in your circles see this."
        actions={<ButtonLink to="/me/account">Password and sign-ins</ButtonLink>}
      />
      <datalist id="topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <OffersCard offers={offers} newId={newId} saved={saved} />
        <AsksCard asks={asks} newId={newId} saved={saved} />
      </div>
      <ProfileForm profile={profile} timeZones={timeZones} isSaved={saved === 'profile.edit'} />
      <ProfilePreview profile={profile} offers={offers} asks={asks} />
    </div>
  );
}
