import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';

type WrongProps = {
  status: number;
  /** The sentence of a refusal, when there is one. */
  sentence?: string | undefined;
  signedIn: boolean;
  /** Where to come back to after signing in. */
  here: string;
  /** Named in the log; given when the fault is ours. */
  requestId?: string | undefined;
};

/** The page for what could not be shown: what happened, what is safe, what to do. */
export function Wrong({ status, sentence, signedIn, here, requestId }: WrongProps) {
  const { title, safe } = wordsFor(status, signedIn);

  return (
    <div className="flex max-w-text flex-col gap-6">
      <PageHeading title={title} lead={status === 404 ? undefined : sentence} />
      <p>{safe}</p>
      <div className="flex flex-wrap gap-2">
        {signedIn ? (
          <ButtonLink to="/today" kind="primary">
            Go to Today
          </ButtonLink>
        ) : (
          <ButtonLink to={`/sign-in?${new URLSearchParams({ back: here })}`} kind="primary">
            Sign in
          </ButtonLink>
        )}
        {status >= 500 || status === 429 ? (
          <ButtonLink to={here} reloadDocument>
            Try again
          </ButtonLink>
        ) : null}
      </div>
      {requestId ? (
        <p className="text-sm text-ink-soft">If you tell somebody about this, mention {requestId}.</p>
      ) : null}
    </div>
  );
}

function wordsFor(status: number, signedIn: boolean): { title: string; safe: string } {
  if (status === 404) {
    const safe = signedIn
      ? 'The address may be mistyped, or the page is only for people who belong to it. Nothing of yours is lost.'
      : 'The address may be mistyped, or the page is only for people who belong to it. If that is you, please sign in.';
    return { title: 'We found nothing here', safe };
  }
  if (status === 429)
    return { title: 'One moment, please', safe: 'Everything is as it was. Wait a little, then go on.' };
  if (status >= 500)
    return {
      title: 'That did not work',
      safe: 'It is our fault, not yours. What was saved before is safe, and nothing was half done.',
    };
  return {
    title: 'That is not possible',
    safe: 'Everything is as it was. You can go back and try another way.',
  };
}
