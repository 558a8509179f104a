import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Card } from '#app/ui/card.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';

type Made = { link: string; mostUses: number; until: string };

/** The link that was just made. The answer to its form is the only place that ever shows it. */
export function MadeLink() {
  const made = madeIn(useActionData<unknown>());
  const link = made?.link;
  const box = useRef<HTMLDivElement>(null);

  // The form is further down: without this the new link could stand out of sight.
  useEffect(() => {
    if (link) box.current?.focus();
  }, [link]);

  if (!made) return null;
  const people = made.mostUses === 1 ? 'one person' : `up to ${made.mostUses} people`;

  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Card title="Your link is ready" tone="raised">
        <CopyField
          label="Invitation link"
          value={made.link}
          hint={`Lets ${people} in, until ${made.until}.`}
        />
        <p className="text-sm text-ink-soft">
          Copy it now: we keep no copy ourselves and cannot show it again. Should it get lost, make another
          one.
        </p>
      </Card>
    </div>
  );
}

function madeIn(answer: unknown): Made | null {
  if (typeof answer !== 'object' || answer === null || !('made' in answer)) return null;
  return answer.made as Made;
}
