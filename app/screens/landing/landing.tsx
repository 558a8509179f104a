import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { Ring } from '#app/ui/ring.tsx';

/** A table without people: what members help each other with. One leads, and it is clear who is next. */
const seats = ['Risk', 'Budget', 'People', 'Scope', 'Career', 'Change', 'Agile'].map((name, index) => ({
  id: `seat-${index}`,
  name,
  state: 'present' as const,
  lead: index === 1,
  ...(index === 2 ? { next: 1 as const } : {}),
}));

/** What Rondo is, for somebody who has just heard of it. */
export function Landing({ openSignUp }: { openSignUp: boolean }) {
  return (
    <div className="flex flex-col gap-16">
      <section className="grid items-center gap-10 md:grid-cols-2">
        <div className="flex flex-col gap-6">
          <h1 className="text-3xl">Project managers who mentor each other, in a small circle</h1>
          <p className="max-w-text text-lg text-ink-soft">
            Five to nine of you meet every second week. Everyone helps, everyone is helped, and the lead comes
            round to each of you.
          </p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to="/sign-in" kind="primary">
              Sign in
            </ButtonLink>
            {openSignUp ? <ButtonLink to="/sign-up">Make an account</ButtonLink> : null}
          </div>
          <p className="text-sm text-ink-soft">
            Did somebody invite you? Open their link: it brings you to your circle.
          </p>
        </div>
        <Ring
          seats={seats}
          label="An example of a circle: what each member helps the others with"
          centre={{ title: 'Your circle', detail: 'the lead comes round' }}
          presence={false}
        />
      </section>
      <section aria-label="How it works" className="grid gap-4 md:grid-cols-3">
        <Card title="Everyone gives and takes">
          <p>
            You say what you can help with and what you want help with. Nobody is the mentor, nobody is the
            mentee.
          </p>
        </Card>
        <Card title="The meeting runs itself">
          <p>
            One shared agenda, a timer, a speaking queue. If the facilitator cannot come, the next one takes
            over.
          </p>
        </Card>
        <Card title="Said here, kept here">
          <p>
            Only the members of a circle see what is said in it. Decisions and action items are waiting for
            you afterwards.
          </p>
        </Card>
      </section>
    </div>
  );
}
