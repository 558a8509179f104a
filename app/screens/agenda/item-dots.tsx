import { Form } from '@remix-run/react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { isFrozen } from '#app/domain/meeting/agenda.ts';
import { DOTS_EACH, DOTS_ON_ONE, dotsOf } from '#app/domain/meeting/decide-voting.ts';
import { classNames } from '#app/ui/class-names.ts';
import type { Agenda } from './use-agenda.ts';

const choices = Array.from({ length: DOTS_ON_ONE + 1 }, (_, dots) => dots);
const sayDots = (dots: number) => (dots === 0 ? 'No dot' : dots === 1 ? '1 dot' : `${dots} dots`);

type ItemDotsProps = { agenda: Agenda; item: AgendaItem };

/** The reader's dots on an item while voting is open; everyone's together once it is closed. */
export function ItemDots({ agenda, item }: ItemDotsProps) {
  const { meeting, me, may } = agenda;
  const mine = dotsOf(meeting, me);
  const isAsked = item.itemKind === 'topic' || item.itemKind === 'hot-seat' || (mine[item.id] ?? 0) > 0;
  const isOpen = may.vote && isAsked && !isFrozen(item) && !item.withdrawn;
  if (!isOpen && item.votes === 0) return null;

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {isOpen ? <DotsForm agenda={agenda} item={item} mine={mine} /> : null}
      {item.votes > 0 ? <Tally votes={item.votes} isFromBefore={meeting.voting.open} /> : null}
    </div>
  );
}

function DotsForm({ agenda, item, mine }: ItemDotsProps & { mine: Record<string, number> }) {
  const commandId = agenda.idOf(item, 'vote');
  const now = mine[item.id] ?? 0;
  const elsewhere = Object.values(mine).reduce((sum, dots) => sum + dots, 0) - now;

  return (
    <Form
      method="post"
      replace
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
        if (pressed.ariaDisabled === 'true') return;
        agenda.act({ kind: 'vote.cast', item: item.id, dots: Number(pressed.value) }, commandId);
      }}
    >
      <input type="hidden" name="intent" value="vote.cast" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="item" value={item.id} />
      <fieldset className="flex items-center gap-2">
        <legend className="sr-only">Your dots on {item.title}</legend>
        <span aria-hidden="true" className="text-sm text-ink-soft">
          Your dots
        </span>
        <span className="inline-flex divide-x divide-line-strong overflow-hidden rounded-md border border-line-strong">
          {choices.map((dots) => (
            <button
              key={dots}
              type="submit"
              name="dots"
              value={dots}
              aria-pressed={dots === now}
              aria-disabled={elsewhere + dots > DOTS_EACH || undefined}
              className={classNames(
                'inline-flex min-h-11 min-w-11 items-center justify-center gap-1 px-2.5 font-semibold tabular-nums transition-colors focus-visible:-outline-offset-3',
                dots === now ? 'bg-accent text-on-accent' : 'bg-surface text-ink hover:bg-well',
                'aria-disabled:cursor-default aria-disabled:text-ink-soft aria-disabled:line-through',
              )}
            >
              <span aria-hidden="true">{dots}</span>
              <DotRow count={dots} isFilled={dots === now} />
              <span className="sr-only">{sayDots(dots)}</span>
            </button>
          ))}
        </span>
      </fieldset>
    </Form>
  );
}

function Tally({ votes, isFromBefore }: { votes: number; isFromBefore: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm font-semibold tabular-nums">
      <DotRow count={Math.min(votes, 12)} isFilled />
      {sayDots(votes)}
      {isFromBefore ? ' from last time' : ''}
    </span>
  );
}

/** Dots as dots: hollow until they are placed. */
function DotRow({ count, isFilled }: { count: number; isFilled: boolean }) {
  if (count === 0) return null;
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <span
          key={index}
          className={classNames('size-2.5 rounded-full border-2 border-current', isFilled && 'bg-current')}
        />
      ))}
    </span>
  );
}
