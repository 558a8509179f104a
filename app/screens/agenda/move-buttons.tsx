import { Form } from '@remix-run/react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import { forwardRef, type KeyboardEvent, useEffect, useState } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { type Move, stepOf } from '#app/domain/meeting/arrange.ts';
import { buttonLook } from '#app/ui/button-look.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { Agenda } from './use-agenda.ts';

type MoveProps = { agenda: Agenda; item: AgendaItem };

/** One place up, one place down: for thumbs, for keyboards, and without script. */
export function MoveButtons({ agenda, item }: MoveProps) {
  const commandId = agenda.idOf(item, 'move');
  const up = stepOf(agenda.listed, item.id, 'up');
  const down = stepOf(agenda.listed, item.id, 'down');

  return (
    <Form
      method="post"
      replace
      preventScrollReset
      className="ml-auto flex"
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
        const move = pressed.dataset.way === 'up' ? up : down;
        if (move) agenda.move(move, commandId);
      }}
    >
      <input type="hidden" name="intent" value="item.move" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="item" value={item.id} />
      <StepButton way="up" move={up} item={item} />
      <StepButton way="down" move={down} item={item} />
    </Form>
  );
}

/** A step that leads nowhere names the item itself, which moves nothing. It keeps the focus, so it is not disabled. */
function StepButton({ way, move, item }: { way: 'up' | 'down'; move: Move | null; item: AgendaItem }) {
  return (
    <button
      type="submit"
      name="after"
      value={move ? (move.after ?? '') : item.id}
      data-way={way}
      aria-disabled={move === null || undefined}
      aria-label={`Move ${item.title} ${way}`}
      className={classNames(buttonLook('plain', 'small'), 'aria-disabled:opacity-30')}
    >
      <Icon of={way === 'up' ? ArrowUp : ArrowDown} />
    </button>
  );
}

/** What a mouse takes an item by; with the keyboard, Alt and an arrow move it. Needs script, so it comes with it. */
export const MoveHandle = forwardRef<HTMLButtonElement, MoveProps>(function MoveHandle(
  { agenda, item },
  ref,
) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  function onKeyDown(event: KeyboardEvent): void {
    const way = { ArrowUp: 'up', ArrowDown: 'down' }[event.key] as 'up' | 'down' | undefined;
    if (!event.altKey || !way) return;
    event.preventDefault();
    const move = stepOf(agenda.listed, item.id, way);
    if (move) agenda.move(move, agenda.idOf(item, 'move'));
  }

  return (
    <button
      ref={ref}
      type="button"
      hidden={!isAlive}
      onKeyDown={onKeyDown}
      aria-label={`Drag ${item.title}, or press Alt and an arrow key`}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      className="-ml-2.5 hidden min-h-11 min-w-11 cursor-grab items-center justify-center rounded-md text-ink-soft hover:bg-well hover:text-ink pointer-fine:inline-flex"
    >
      <Icon of={GripVertical} />
    </button>
  );
});
