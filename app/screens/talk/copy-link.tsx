import Link from 'lucide-react/icons/link';
import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';

/** Puts the address of a line where it can be pasted. Where the browser will not, the address is shown to be copied. */
export function CopyLink({ to }: { to: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const address = new URL(to, location.href).href;

  async function copy(): Promise<void> {
    await Promise.resolve(
      navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard')),
    ).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <>
      <Button type="button" size="small" icon={Link} onClick={copy}>
        {copied ? 'Copied' : 'Copy link'}
      </Button>
      {copied === false ? <span className="text-sm break-all select-all">{address}</span> : null}
    </>
  );
}
