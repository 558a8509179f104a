import Minus from 'lucide-react/icons/minus';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import { votedOf } from '#app/domain/meeting/agenda-news.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import type { Thumb } from '#app/domain/meeting/overrun.ts';
import { type Extension, isPresent } from '#app/domain/meeting/state.ts';
import { Button } from '#app/ui/button.tsx';
import type { IconDrawing } from '#app/ui/icon.tsx';
import { costInWords, moreTime, outcomeInWords } from './extension-words.ts';
import { useNow, useRoomParts } from './room-context.ts';

/** How long the outcome of a vote stays, in ms. */
const STAYS = 15_000;

/** The vote on more time: what it would cost first, then three thumbs; and for a moment what came of it. */
export function MoreTime() {
  const { meeting } = useRoomParts();
  const now = useNow();
  const { extension } = meeting;
  if (!extension || (extension.outcome && now > extension.closesAt + STAYS)) return null;
  if (extension.outcome) return extension.item === meeting.running ? <Outcome extension={extension} /> : null;
  return <Vote extension={extension} now={now} />;
}

function Outcome({ extension }: { extension: Extension }) {
  return (
    <p className="animate-appear border-b border-line bg-accent-soft px-3 py-2 text-sm font-medium md:px-4">
      {outcomeInWords(extension)}
    </p>
  );
}

const choices: { thumb: Thumb; words: string; icon: IconDrawing }[] = [
  { thumb: 'up', words: 'More time', icon: ThumbsUp },
  { thumb: 'sideways', words: 'Either way', icon: Minus },
  { thumb: 'down', words: 'Move on', icon: ThumbsDown },
];

function Vote({ extension, now }: { extension: Extension; now: number }) {
  const { meeting, me, act } = useRoomParts();
  const { item: id, ms, absorption, closesAt, thumbs, voters } = extension;
  const item = meeting.items.find((one) => one.id === id);
  const seconds = Math.max(0, Math.ceil((closesAt - now) / 1_000));
  const voted = votedOf(voters, presentPeople(meeting));

  return (
    <section
      aria-label="More time?"
      className="flex animate-appear flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-accent bg-accent-soft px-3 py-2 md:px-4"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">
          {moreTime(ms)} for <bdi>{item?.title}</bdi>?
        </p>
        <p className="text-sm text-ink-soft">
          {costInWords(absorption, meeting.items)}.{' '}
          <span className="tabular-nums">
            {voted} voted, {seconds}&nbsp;s left.
          </span>
        </p>
      </div>
      {isPresent(meeting, me) ? (
        <fieldset className="grid grid-cols-3 gap-2 max-md:w-full md:flex">
          <legend className="sr-only">Your thumb</legend>
          {choices.map(({ thumb, words, icon }) => (
            <Button
              key={thumb}
              type="button"
              size="small"
              kind={thumbs[me] === thumb ? 'primary' : 'quiet'}
              className="max-md:flex-col max-md:gap-1 max-md:px-1"
              aria-pressed={thumbs[me] === thumb}
              icon={icon}
              onClick={() => act({ kind: 'thumb.show', item: id, thumb })}
            >
              {words}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}
