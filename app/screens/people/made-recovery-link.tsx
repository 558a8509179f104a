import { useActionData } from '@remix-run/react';
import { Card } from '#app/ui/card.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';

type Made = { made: { url: string; name: string } };

/** A link that was just made, shown this once. */
export function MadeRecoveryLink() {
  const answer = useActionData<unknown>();
  if (typeof answer !== 'object' || answer === null || !('made' in answer)) return null;
  const { url, name } = (answer as Made).made;

  return (
    <Card title={`A link for ${name}`} tone="raised">
      <CopyField
        label="Recovery link"
        value={url}
        hint="Give it to this person and nobody else. It works once, for 24 hours."
      />
      <p className="text-sm text-ink-soft">
        Copy it now: we keep no copy ourselves. {name} can see on their account page that you made it.
      </p>
    </Card>
  );
}
