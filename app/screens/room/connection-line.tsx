import WifiOff from 'lucide-react/icons/wifi-off';
import { useEffect, useRef, useState } from 'react';
import { buttonLook } from '#app/ui/button-look.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { Connection } from '../live/room-state.ts';

type Words = {
  kind: 'info' | 'warn' | 'stop';
  title: string;
  more: string;
  link?: { to: string; words: string };
};

type ConnectionLineProps = {
  connection: Connection;
  /** The address of this room's page. */
  place: string;
  /** The circle's id. */
  circle: string;
};

const kept = 'What you write is kept and goes out by itself.';

function wordsFor({ connection, place, circle }: ConnectionLineProps): Words | null {
  switch (connection) {
    case 'live':
      return null;
    case 'connecting':
      return { kind: 'info', title: 'Connecting', more: kept };
    case 'offline':
      return { kind: 'warn', title: 'You are offline.', more: kept };
    case 'signed-out':
      return {
        kind: 'warn',
        title: 'You are not signed in here any more.',
        more: 'So that nobody else reads it, this page is covered. What you wrote is kept in this tab: sign in, then come back to it.',
        link: { to: `/sign-in?${new URLSearchParams({ back: place })}`, words: 'Sign in' },
      };
    case 'cut':
      return {
        kind: 'stop',
        title: 'This room is not open to you any more.',
        more: 'You may have left the circle. What you wrote stays here until you close this page, so you can copy it.',
        link: { to: `/circles/${circle}`, words: 'Go to the circle' },
      };
    case 'renewed':
      return {
        kind: 'info',
        title: 'Rondo has been renewed.',
        more: 'Load this page again to go on. What you wrote is kept.',
        link: { to: place, words: 'Load again' },
      };
  }
}

/** How the page stands to the server: said when it changes, and as long as something is missing. */
export function ConnectionLine(props: ConnectionLineProps) {
  const { connection } = props;
  const words = wordsFor(props);
  const late = useLate(connection === 'connecting');
  const isBack = useIsBack(connection);

  return (
    <div role="status">
      {words && (connection !== 'connecting' || late) ? (
        <div
          className={classNames(
            'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-3 py-2 text-sm md:px-4',
            looks[words.kind],
          )}
        >
          <p className="flex min-w-0 items-start gap-2">
            <Icon of={WifiOff} size="small" className="mt-0.5" />
            <span>
              <strong>{words.title}</strong> {words.more}
            </span>
          </p>
          {words.link ? (
            // A tab of its own where this one keeps what was written.
            <a
              href={words.link.to}
              target={connection === 'renewed' ? undefined : '_blank'}
              rel="noreferrer"
              className={buttonLook('quiet', 'small')}
            >
              {words.link.words}
            </a>
          ) : null}
        </div>
      ) : null}
      {isBack ? (
        <p className="animate-appear border-b border-good bg-good-soft px-3 py-1 text-center text-sm text-good">
          Connected
        </p>
      ) : null}
    </div>
  );
}

const looks = {
  info: 'border-line bg-well text-ink',
  warn: 'border-warn bg-warn-soft text-ink',
  stop: 'border-stop bg-stop-soft text-ink',
};

/** True when something has lasted for a while; a page that connects at once says nothing about it. */
function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!on) return;
    const timer = setTimeout(() => setLate(true), 3_000);
    return () => clearTimeout(timer);
  }, [on]);
  return late;
}

/** True for a moment when the line is there again after it was gone. */
function useIsBack(connection: Connection): boolean {
  const wasGone = useRef(false);
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    if (connection === 'offline') wasGone.current = true;
    if (connection !== 'live' || !wasGone.current) return;
    wasGone.current = false;
    setIsBack(true);
    const timer = setTimeout(() => setIsBack(false), 3_000);
    return () => {
      clearTimeout(timer);
      setIsBack(false);
    };
  }, [connection]);
  return isBack;
}
