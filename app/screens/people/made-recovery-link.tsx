import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Card } from '#app/ui/card.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';

type Made = { url: string; name: string };

/** A link that was just made, shown this once; focus goes to it, so that nobody has to look for it. */
export function MadeRecoveryLink() {
  const made = madeIn(useActionData<unknown>());
  const box = useRef<HTMLDivElement>(null);
  const url = made?.url;

  useEffect(() => {
    if (url) box.current?.focus();
  }, [url]);

  if (!made) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Card title={`A link for ${made.name}`} tone="raised">
        <CopyField
          label="Recovery link"
          value={made.url}
          hint="Give it to this person and nobody else. It works once, for 24 hours."
        />
        <p className="text-sm text-ink-soft">
          Copy it now: we keep no copy ourselves. {made.name} can see on their account page that you made it.
        </p>
      </Card>
    </div>
  );
}

function madeIn(answer: unknown): Made | null {
  return typeof answer === 'object' && answer !== null && 'made' in answer ? (answer.made as Made) : null;
}
