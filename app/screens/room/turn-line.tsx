import Ear from 'lucide-react/icons/ear';
import { lineFormWords } from '#app/domain/meeting/line-form-words.ts';
import type { LineForm } from '#app/domain/meeting/phases.ts';
import { lineFormsFor, mayTakePart } from '#app/domain/meeting/turn.ts';
import { misfit, whyNot } from '#app/domain/meeting/turn-words.ts';
import { Icon } from '#app/ui/icon.tsx';
import { invitations } from './phase-words.ts';
import type { Room } from './room-context.ts';

/** What the phase that is on means for the reader's composer. */
export type ComposerTurn = {
  /** Why nothing can be sent now, and when it can again; null when it is one's turn. */
  closed: string | null;
  forms: readonly LineForm[];
  form: LineForm | null;
  placeholder: string;
  /** What does not fit the form, before it is sent. */
  check: (text: string) => string | null;
};

/** `chosen`: the form the reader wants where there are several. */
export function composerTurn(
  { meeting, me, nameOf }: Pick<Room, 'meeting' | 'me' | 'nameOf'>,
  chosen: LineForm | null,
): ComposerTurn {
  const forms = lineFormsFor(meeting, me);
  const form = forms.find((one) => one === chosen) ?? forms[0] ?? null;
  const closed = mayTakePart(meeting, me) ? null : whyNot(meeting, me, nameOf);
  const placeholder = closed
    ? 'Your draft stays here'
    : ((form && invitations[form]) ?? 'Write to everybody');
  return { closed, forms, form, placeholder, check: (text) => misfit(text, form) };
}

type TurnLineProps = { turn: ComposerTurn; onForm: (form: LineForm) => void };

/** Above the composer: whose turn it is not, or which of several forms the line has. */
export function TurnLine({ turn, onForm }: TurnLineProps) {
  if (turn.closed) {
    return (
      <p id="turn" className="flex items-start gap-2 px-1 pb-2 text-sm text-ink-soft">
        <Icon of={Ear} size="small" className="mt-0.5" />
        {turn.closed}
      </p>
    );
  }
  if (turn.forms.length < 2) return null;
  return (
    <fieldset className="flex items-center gap-2 pb-1">
      <legend className="sr-only">What are you about to write?</legend>
      {turn.forms.map((form) => (
        <label
          key={form}
          className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-3 text-sm font-semibold has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="form"
            value={form}
            checked={turn.form === form}
            onChange={() => onForm(form)}
            className="accent-accent"
          />
          {lineFormWords[form]}
        </label>
      ))}
    </fieldset>
  );
}
