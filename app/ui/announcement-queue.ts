/**
 * What a screen reader is told while a page lives: one sentence at a time, never more than one in two seconds.
 * Pure: time comes in, a new queue comes out.
 */
export type AnnouncementQueue = {
  /** Sentences that wait, oldest first. */
  waiting: readonly string[];
  /** When the last one was said, ms; undefined before the first. */
  saidAt?: number;
};

/** The least time between two sentences, ms (look.md: "never more than one sentence in two seconds"). */
export const announcementGap = 2_000;

/** More than this many waiting would be old news when heard: the oldest are left out. */
export const announcementLimit = 4;

export const emptyAnnouncements: AnnouncementQueue = { waiting: [] };

/** Adds a sentence. Blank ones and ones already waiting are left out; beyond the limit the oldest go. */
export function addAnnouncement(queue: AnnouncementQueue, sentence: string): AnnouncementQueue {
  const words = sentence.trim();
  if (!words || queue.waiting.includes(words)) return queue;
  return { ...queue, waiting: [...queue.waiting, words].slice(-announcementLimit) };
}

/** Milliseconds until the next sentence may be said (0: now); undefined when none waits. */
export function announcementDelay(queue: AnnouncementQueue, now: number): number | undefined {
  if (queue.waiting.length === 0) return undefined;
  return queue.saidAt === undefined ? 0 : Math.max(0, queue.saidAt + announcementGap - now);
}

/** Takes the next sentence if one may be said at `now` (ms), and the queue that remains. */
export function takeAnnouncement(
  queue: AnnouncementQueue,
  now: number,
): { queue: AnnouncementQueue; sentence?: string } {
  const [sentence, ...waiting] = queue.waiting;
  if (sentence === undefined || announcementDelay(queue, now) !== 0) return { queue };
  return { queue: { waiting, saidAt: now }, sentence };
}
