import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAnnouncement,
  announcementDelay,
  announcementGap,
  announcementLimit,
  emptyAnnouncements,
  takeAnnouncement,
} from '#app/ui/announcement-queue.ts';

const step = fc.record({ after: fc.integer({ min: 0, max: 1_500 }), sentence: fc.string({ maxLength: 12 }) });

describe('what a screen reader is told', () => {
  it('is never more than one sentence in two seconds, whatever happens when', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const saidAt: number[] = [];
        let now = 0;
        let queue = emptyAnnouncements;
        for (const { after, sentence } of steps) {
          now += after;
          const taken = takeAnnouncement(addAnnouncement(queue, sentence), now);
          queue = taken.queue;
          if (taken.sentence) saidAt.push(now);
          expect(queue.waiting.length).toBeLessThanOrEqual(announcementLimit);
        }
        for (let index = 1; index < saidAt.length; index += 1) {
          expect(saidAt[index]! - saidAt[index - 1]!).toBeGreaterThanOrEqual(announcementGap);
        }
      }),
    );
  });

  it('comes in the order it happened, each sentence as soon as it may', () => {
    const queue = addAnnouncement(addAnnouncement(emptyAnnouncements, 'Ana has the floor'), 'Item 2 runs');
    const first = takeAnnouncement(queue, 100);
    expect(first.sentence).toBe('Ana has the floor');
    expect(announcementDelay(first.queue, 600)).toBe(1_500);
    expect(takeAnnouncement(first.queue, 2_099).sentence).toBeUndefined();
    expect(takeAnnouncement(first.queue, 2_100).sentence).toBe('Item 2 runs');
  });

  it('leaves out blanks, what already waits, and old news beyond the limit', () => {
    const all = ['a', ' ', 'a', 'b', 'c', 'd', 'e'].reduce(addAnnouncement, emptyAnnouncements);
    expect(all.waiting).toEqual(['b', 'c', 'd', 'e']);
  });

  it('waits for nothing when nothing waits', () => {
    expect(announcementDelay(emptyAnnouncements, 5)).toBeUndefined();
  });
});
