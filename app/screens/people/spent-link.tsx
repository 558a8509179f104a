import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';

/** What a one-time link opens once it can no longer be used. */
export function SpentLink() {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title="This link no longer works"
        lead="It was used already, it has expired, or a newer password was chosen since."
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink to="/sign-in" kind="primary">
          Sign in
        </ButtonLink>
        <ButtonLink to="/recover">Ask for a new link</ButtonLink>
      </div>
    </div>
  );
}
