/**
 * Time that a format sets aside for topics which nobody knows yet.
 *
 * A11 Topics stand before the item that is set aside for them, and take their minutes from it; one that becomes shorter or is
 *    withdrawn gives them back. When no time is left the item goes, and it returns with what is not needed any more. Once it
 *    has begun, a new topic stands behind it, and it keeps the time it has.
 * A12 A topic takes as long as the format gives each, until somebody says otherwise; ten minutes where no format does.
 */
import { type AgendaItem, draftOf, type ItemDraft, type ItemKind, isFrozen } from './agenda.ts';
import type { MeetingEvent } from './events.ts';

type TopicTime = ItemDraft & Pick<AgendaItem, 'id'> & Partial<Pick<AgendaItem, 'withdrawn' | 'setAside'>>;
type Listed = { itemKind: ItemKind; minutes: number } & Partial<
  Pick<AgendaItem, 'withdrawn' | 'dropped' | 'run'>
>;

const TOPIC_MINUTES = 10;

/** A12: how many minutes a topic takes that nobody has given any. */
export function minutesForTopic(items: readonly Pick<AgendaItem, 'run'>[]): number {
  const each = items.find(({ run }) => run?.forTopics)?.run?.forTopics;
  return typeof each === 'number' ? each : TOPIC_MINUTES;
}

/** A11: what is still set aside, or used up by topics, or undefined. */
export function topicTime(items: readonly AgendaItem[]): TopicTime | undefined {
  const aside = items.filter((item) => item.run?.forTopics && !isFrozen(item));
  return aside.find(({ withdrawn }) => !withdrawn) ?? aside.find(({ setAside }) => setAside !== null);
}

/** A11: what becomes of it when topics take other minutes than they did, in all. */
export function spend(
  time: TopicTime | undefined,
  { before, after }: { before: number; after: number },
): MeetingEvent[] {
  if (!time || before === after) return [];
  const draft = { item: time.id, ...draftOf(time) };
  if (time.withdrawn) {
    // Where topics have given way to the clock since, no more comes back than is free now.
    const minutes = Math.min((time.setAside ?? 0) - after, before - after);
    return minutes > 0 ? [{ kind: 'item.returned', ...draft, minutes }] : [];
  }
  const minutes = time.minutes + before - after;
  if (minutes > 0) return [{ kind: 'item.edited', ...draft, minutes }];
  return [{ kind: 'item.withdrawn', item: time.id, setAside: time.minutes + before }];
}

/** How many minutes the topics among these take; what is left for next time takes none. */
export function topicMinutes(items: readonly Listed[]): number {
  const topics = items.filter(
    ({ itemKind, withdrawn, dropped, run }) =>
      itemKind === 'topic' && !withdrawn && !dropped && !run?.forTopics,
  );
  return topics.reduce((sum, { minutes }) => sum + minutes, 0);
}
