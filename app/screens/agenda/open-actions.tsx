import { sayDate } from '#app/domain/calendar/say-date.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { OpenAction } from './agenda-model.ts';

/** Up to so many stand open; more are opened on demand. */
const few = 4;

type OpenActionsProps = { actions: readonly OpenAction[]; nameOf: (person: string) => string };

/** What earlier meetings left to do: the next one begins with it. */
export function OpenActions({ actions, nameOf }: OpenActionsProps) {
  if (actions.length === 0) return null;

  return (
    <Disclosure
      summary="Still to do from earlier meetings"
      detail={<span className="tabular-nums">{actions.length}</span>}
      open={actions.length <= few}
    >
      <ul className="flex flex-col divide-y divide-line">
        {actions.map(({ id, text, due, owner, meetingId }) => (
          <li key={id} className="flex flex-col py-2.5 first:pt-0 last:pb-0">
            <span className="max-w-text">{text}</span>
            <span className="text-sm text-ink-soft">
              {nameOf(owner)}
              {due ? `, by ${sayDate(due)}` : ''}
              {', '}
              <TextLink to={`/meetings/${meetingId}/minutes`}>minutes</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
