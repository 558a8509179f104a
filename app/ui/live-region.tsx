import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import {
  addAnnouncement,
  announcementDelay,
  emptyAnnouncements,
  takeAnnouncement,
} from './announcement-queue.ts';

type Announce = (sentence: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Gives a function that tells screen reader users one sentence, politely and never too fast. Needs a LiveRegion above. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The polite announcer. Wrap the live part of a page once; inside it call `useAnnounce()`. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', count: 0 });
  const queue = useRef(emptyAnnouncements);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const speak = useCallback(() => {
    clearTimeout(timer.current);
    const delay = announcementDelay(queue.current, performance.now());
    if (delay === undefined) return;
    timer.current = setTimeout(() => {
      const taken = takeAnnouncement(queue.current, performance.now());
      queue.current = taken.queue;
      const { sentence } = taken;
      if (sentence) setSaid(({ count }) => ({ sentence, count: count + 1 }));
      speak();
    }, delay);
  }, []);

  const announce = useCallback<Announce>(
    (words) => {
      queue.current = addAnnouncement(queue.current, words);
      speak();
    },
    [speak],
  );

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p role="status" aria-live="polite" className="sr-only">
        {/* A new element each time, so that the same words twice are heard twice. */}
        <span key={said.count}>{said.sentence}</span>
      </p>
    </AnnounceContext.Provider>
  );
}
