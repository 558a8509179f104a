import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Send from 'lucide-react/icons/send-horizontal';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';

export type Progress = 'sending' | 'waiting' | 'saved';

const looks = {
  sending: { icon: Send, words: 'sending', colour: 'text-ink-soft' },
  waiting: { icon: Clock, words: 'not sent yet, goes out by itself', colour: 'text-warn' },
  saved: { icon: Check, words: 'saved', colour: 'text-ink-soft' },
};

/** How far an own line has come, in words and with a sign. */
export function ProgressWords({ progress }: { progress: Progress }) {
  const { icon, words, colour } = looks[progress];
  return (
    <span className={classNames('inline-flex items-center gap-1 text-xs font-medium', colour)}>
      <Icon of={icon} size="small" className="size-3.5" />
      {words}
    </span>
  );
}
