import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { Notice } from '#app/ui/notice.tsx';

type KeptTextProps = {
  title: string;
  /** What was typed. */
  text: string;
  why?: string | undefined;
  /** A button between copying and putting away. */
  again?: ReactNode;
  onPutAway: () => void;
};

/** What somebody typed and nobody else has: theirs until they have copied it or put it away. */
export function KeptText({ title, text, why, again, onPutAway }: KeptTextProps) {
  return (
    <Notice
      kind="warn"
      title={title}
      actions={
        <>
          <CopyButton text={text} size="small" />
          {again}
          <Button type="button" size="small" icon={X} onClick={onPutAway}>
            Put away
          </Button>
        </>
      }
    >
      {why ? <p className="text-sm">{why}</p> : null}
      <p className="mt-2 rounded-sm bg-surface px-3 py-2 break-words whitespace-pre-wrap select-all">
        {text}
      </p>
    </Notice>
  );
}
