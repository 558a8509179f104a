/**
 * Time that a format sets aside for topics which nobody knows yet.
 *
 * A11 Topics stand before the item that is set aside for them, and take their minutes from it. When no time is left it goes.
 *    Once it has begun, a new topic stands behind it.
 */
import { type AgendaItem, isFrozen } from './agenda.ts';
import type { MeetingEvent } from './events.ts';

type TopicTime = Pick<AgendaItem, 'id' | 'title' | 'itemKind' | 'minutes' | 'bringer' | 'help'>;

/** A11: what is still set aside, or undefined. */
export function topicTime(items: readonly AgendaItem[]): AgendaItem | undefined {
  return items.find((item) => item.run?.forTopics && !item.withdrawn && !isFrozen(item));
}

/** A11: what becomes of it when topics take so many minutes. */
export function spend(time: TopicTime | undefined, minutes: number): MeetingEvent[] {
  if (!time || minutes <= 0) return [];
  const { id: item, title, itemKind, bringer, help } = time;
  if (minutes >= time.minutes) return [{ kind: 'item.withdrawn', item }];
  return [
    { kind: 'item.edited', ...{ item, title, itemKind, bringer, help }, minutes: time.minutes - minutes },
  ];
}

/** How many minutes the topics among these take. */
export function topicMinutes(items: readonly Pick<AgendaItem, 'itemKind' | 'minutes'>[]): number {
  return items.reduce((sum, { itemKind, minutes }) => (itemKind === 'topic' ? sum + minutes : sum), 0);
}
