import { PageHeading } from '#app/ui/page-heading.tsx';
import { ChangePasswordCard } from './change-password-card.tsx';
import { CloseAccountCard } from './close-account-card.tsx';
import { type MadeForMe, RecoveryLinksCard } from './recovery-links-card.tsx';
import { type OwnSignIn, SignInsCard } from './sign-ins-card.tsx';

type AccountProps = {
  email: string;
  signIns: OwnSignIn[];
  links: MadeForMe[];
  saved: string | null;
};

/** What keeps an account one's own: password, sign-ins, links that others made, and the way out. */
export function Account({ email, signIns, links, saved }: AccountProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: '/me', label: 'Me' }}
        title="Password and sign-ins"
        lead={`You sign in as ${email}.`}
      />
      <SignInsCard signIns={signIns} isSaved={saved === 'sign-in.end'} />
      <ChangePasswordCard email={email} isSaved={saved === 'password.change'} />
      <RecoveryLinksCard links={links} />
      <CloseAccountCard />
    </div>
  );
}
