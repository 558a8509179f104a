import RefreshCw from 'lucide-react/icons/refresh-cw';
import { Button } from '#app/ui/button.tsx';
import { KeptText } from '../drafts/kept-text.tsx';
import type { Pending } from '../live/room-state.ts';
import { wordsOf } from '../live/words-of.ts';

type RefusedWordsProps = {
  one: Pending;
  retry: (id: string) => void;
  discard: (id: string) => void;
};

/** Reasons that may be gone the next time. */
const passing: ReadonlySet<string> = new Set(['broken', 'limit-reached', 'not-your-turn']);

/** Words that could not be taken any more: kept, with the reason, until their author has copied or dropped them. */
export function RefusedWords({ one, retry, discard }: RefusedWordsProps) {
  const again = one.refusal !== undefined && passing.has(one.refusal.refused);

  return (
    <KeptText
      title={
        one.refusal
          ? 'This was not accepted. We keep it here for you.'
          : 'This does not go out any more. We keep it here for you.'
      }
      text={wordsOf(one.command)}
      why={one.refusal?.message}
      again={
        again ? (
          <Button type="button" size="small" icon={RefreshCw} onClick={() => retry(one.id)}>
            Try again
          </Button>
        ) : null
      }
      onPutAway={() => discard(one.id)}
    />
  );
}
