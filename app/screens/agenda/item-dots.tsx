import { Form } from '@remix-run/react';
import { type AgendaItem, isFrozen } from '#app/domain/meeting/agenda.ts';
import { DOTS_EACH, DOTS_ON_ONE, dotsOf } from '#app/domain/meeting/decide-voting.ts';
import { classNames } from '#app/ui/class-names.ts';
import type { Agenda } from './use-agenda.ts';

const choices = Array.from({ length: DOTS_ON_ONE + 1 }, (_, dots) => dots);
const sayDots = (dots: number) => (dots === 0 ? 'No dot' : dots === 1 ? '1 dot' : `${dots} dots`);

/** What members bring is voted on; the set parts of a meeting are not. */
export function isVotedOn(item: AgendaItem): boolean {
  return !item.withdrawn && !isFrozen(item) && (item.itemKind === 'topic' || item.itemKind === 'hot-seat');
}

type ItemDotsProps = { agenda: Agenda; item: AgendaItem };

/** Whether an item has dots to show: the reader's to place, or everyone's together. */
export function hasDots(agenda: Agenda, item: AgendaItem): boolean {
  return mayPlaceDots(agenda, item) || item.votes > 0;
}

/** Dots that lie on what is no longer voted on can still be taken back. */
function mayPlaceDots({ meeting, me, may }: Agenda, item: AgendaItem): boolean {
  const isMine = (dotsOf(meeting, me)[item.id] ?? 0) > 0;
  return may.vote && (isVotedOn(item) || (isMine && !isFrozen(item)));
}

/** The reader's dots on an item while voting is open; everyone's together once it is closed. */
export function ItemDots({ agenda, item }: ItemDotsProps) {
  if (!hasDots(agenda, item)) return null;

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {mayPlaceDots(agenda, item) ? <DotsForm agenda={agenda} item={item} /> : null}
      {item.votes > 0 ? <Tally votes={item.votes} isFromBefore={agenda.meeting.voting.open} /> : null}
    </div>
  );
}

function DotsForm({ agenda, item }: ItemDotsProps) {
  const mine = dotsOf(agenda.meeting, agenda.me);
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
        <span aria-hidden="true" className="hidden text-sm text-ink-soft sm:inline">
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
                dots !== now && 'bg-surface text-ink hover:bg-well',
                dots === now && 'ring-2 ring-inset',
                dots === now &&
                  (dots > 0 ? 'bg-accent text-on-accent ring-accent' : 'bg-well text-ink ring-line-strong'),
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
