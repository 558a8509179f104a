import RefreshCw from 'lucide-react/icons/refresh-cw';
import X from 'lucide-react/icons/x';
import { Button } from '#app/ui/button.tsx';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Pending } from '../live/room-state.ts';

type KeptWordsProps = {
  /** What was typed. */
  text: string;
  one: Pending;
  retry: (id: string) => void;
  discard: (id: string) => void;
};

/** Reasons that may be gone the next time. */
const passing: ReadonlySet<string> = new Set(['broken', 'limit-reached', 'not-your-turn']);

/** Words that could not be taken any more: kept, with the reason, until their author has copied or dropped them. */
export function KeptWords({ text, one, retry, discard }: KeptWordsProps) {
  const again = one.refusal !== undefined && passing.has(one.refusal.refused);

  return (
    <Notice
      kind="warn"
      title="This was not accepted. We keep it here for you."
      actions={
        <>
          <CopyButton text={text} size="small" />
          {again ? (
            <Button type="button" size="small" icon={RefreshCw} onClick={() => retry(one.id)}>
              Try again
            </Button>
          ) : null}
          <Button type="button" size="small" icon={X} onClick={() => discard(one.id)}>
            Put away
          </Button>
        </>
      }
    >
      <p className="text-sm">{one.refusal?.message}</p>
      <p className="mt-2 rounded-sm bg-surface px-3 py-2 break-words whitespace-pre-wrap select-all">
        {text}
      </p>
    </Notice>
  );
}
