// What is written in silence: its words are looked for, one by one and in whatever shape, in all that reached others before
// the reveal.
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** Words that were sealed: whose they are, and the version that shows them to all; infinite where none did. */
type Sealed = { author: string | null; from: number };

export function judgeSilence({ log }: Stored, story: Story, { find }: Verdict): void {
  const sealed = sealedWords(log, story);
  if (sealed.size === 0) return;
  for (const { tab, person, events } of story.sights)
    for (const event of events)
      for (const text of textsIn(event)) {
        const words = sealed.get(text);
        if (words && words.author !== person && event.version < words.from)
          find('leaked', `${tab} read at ${event.version} what was written in silence`);
      }
  for (const { tab, person, state } of story.ends)
    for (const { author, text, sealed: own } of state.messages)
      if (author !== person && (own !== undefined || isSealed(text, sealed, state.version)))
        find('leaked', `${tab} holds what somebody else wrote in silence`);
}

function isSealed(text: string | null, sealed: ReadonlyMap<string, Sealed>, version: number): boolean {
  return text !== null && (sealed.get(text)?.from ?? 0) > version;
}

/**
 * As they were sent, for the log keeps none of what was taken back. A reveal shows what is hidden at that moment; words that
 * were edited or taken back before it were never anybody else's.
 */
function sealedWords(log: readonly LoggedMeetingEvent[], story: Story): Map<string, Sealed> {
  const found = new Map<string, Sealed>();
  const hidden = new Map<string, Sealed>();
  for (const event of log) {
    if (event.kind === 'message.revealed') {
      for (const words of hidden.values()) words.from = event.version;
      hidden.clear();
    }
    if (event.kind === 'message.retracted') hidden.delete(event.message);
    if ((event.kind !== 'message.posted' && event.kind !== 'message.edited') || !event.hidden) continue;
    const command = event.command ? story.sends.get(event.command)?.[0]?.command : undefined;
    if (!command || !('text' in command)) continue;
    const words = { author: event.actor, from: Number.POSITIVE_INFINITY };
    found.set(command.text, words);
    hidden.set(event.message, words);
  }
  return found;
}

function textsIn(thing: unknown): string[] {
  if (typeof thing === 'string') return [thing];
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(textsIn) : [];
}
