import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import OctagonAlert from 'lucide-react/icons/octagon-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export type NoticeKind = 'info' | 'good' | 'warn' | 'stop';

const looks = {
  info: { icon: Info, word: 'Note', box: 'border-line bg-well', sign: 'text-ink-soft' },
  good: { icon: CircleCheck, word: 'Done', box: 'border-good bg-good-soft', sign: 'text-good' },
  warn: { icon: TriangleAlert, word: 'Careful', box: 'border-warn bg-warn-soft', sign: 'text-warn' },
  stop: { icon: OctagonAlert, word: 'Problem', box: 'border-stop bg-stop-soft', sign: 'text-stop' },
};

type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  /** One or two buttons. */
  actions?: ReactNode;
  /** Read aloud when it appears: polite waits its turn, alert does not. */
  live?: 'polite' | 'alert';
  children?: ReactNode;
};

/** A message in the page: sign, words and colour say the same thing. */
export function Notice({ kind = 'info', title, actions, live, children }: NoticeProps) {
  const look = looks[kind];
  const role = live === 'alert' ? 'alert' : live === 'polite' ? 'status' : undefined;

  return (
    // The accent is too pale for words on a coloured ground, so links take the ink.
    <div
      role={role}
      className={classNames('flex gap-3 rounded-md border p-4 text-ink [&_a.underline]:text-ink', look.box)}
    >
      <Icon of={look.icon} className={classNames('mt-0.5', look.sign)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <VisuallyHidden>{look.word}: </VisuallyHidden>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
