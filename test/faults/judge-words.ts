// What people wrote: in the log in the order of writing, or still on their screen.
import { isFinal } from './judge-answers.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeWords({ log }: Stored, story: Story, { find }: Verdict): void {
  const places = new Map(log.map((event) => [event.command, event.version]));
  const left = new Map(story.ends.flatMap((end) => end.left.map((one) => [one.id, one.progress])));
  // Where the room is shut nobody is told any more whether the last line was in time.
  const untold = new Set(
    story.ends.flatMap((end) => (end.connection === 'cut' ? end.left.map((one) => one.id) : [])),
  );

  for (const [tab, writes] of story.writes) {
    let last = 0;
    for (const { id, person } of writes) {
      const place = places.get(id);
      if (place === undefined) {
        if (!isAccountedFor(id, story, left))
          find('lost', `what ${person} wrote in ${tab} (${id}) is nowhere`);
      } else if (!wasKeptBack(id, story) && !wasDoneBefore(id, place, story)) {
        if (place < last)
          find('reordered', `${tab} wrote ${id} later, and it is at ${place}, before ${last}`);
        last = Math.max(last, place);
      }
    }
  }
  for (const [id, progress] of left)
    if (places.has(id) && !untold.has(id))
      find('misinformed', `${id} is in the log and still shown as ${progress}`);
}

/** Acknowledged because there was nothing to change, done already, or on the screen for its author to copy. */
function isAccountedFor(id: string, story: Story, left: ReadonlyMap<string, string>): boolean {
  const refusals = story.refusals.get(id) ?? [];
  return story.acks.has(id) || left.has(id) || refusals.some(({ code }) => code === 'already-done');
}

/** There was nothing to change at first, and those behind it went on; judge-answers looks whether that is true. */
function wasDoneBefore(id: string, place: number, story: Story): boolean {
  return (story.acks.get(id) ?? []).some(({ version }) => version < place);
}

/** A line that was shown as refused for a while lets those behind it go first. */
function wasKeptBack(id: string, story: Story): boolean {
  const refusals = story.refusals.get(id) ?? [];
  return refusals.some(({ code }) => code === 'broken' || isFinal(code));
}
