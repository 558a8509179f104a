import { Form } from '@remix-run/react';
import { refusalInWords, ruleInWords } from '#app/domain/circle/rule-words.ts';
import { type Act, acts, type CircleRules, ruleChoices } from '#app/domain/circle/rules.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { type FormState, useFormState } from './use-fault.ts';

const legends: Record<Act, string> = { invite: 'Inviting', plan: 'Planning', remove: 'Removing a member' };

type RulesFormProps = { rules: CircleRules; mayChange: Record<Act, boolean>; isSaved: boolean };

/** Who may do what. A rule that does not let the reader act today is shown, and cannot be changed by them. */
export function RulesForm({ rules, mayChange, isSaved }: RulesFormProps) {
  const state = useFormState('circle.rules');
  const mayAny = acts.some((act) => mayChange[act]);

  return (
    <Card id="circle.rules" title="Rules">
      <p className="text-ink-soft">
        Nobody owns the circle. A rule can be changed by anyone it lets act today, so nobody can give
        themselves a right.
      </p>
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <SavedNotice isSaved={isSaved} />
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="circle.rules" />
        {acts.map((act) => (
          <RuleChoice key={act} act={act} rules={rules} may={mayChange[act]} state={state} />
        ))}
        {mayAny ? (
          <div>
            <Button pending={state.pending} pendingLabel="Saving">
              Save the rules
            </Button>
          </div>
        ) : null}
      </Form>
    </Card>
  );
}

type RuleChoiceProps = { act: Act; rules: CircleRules; may: boolean; state: FormState };

function RuleChoice({ act, rules, may, state }: RuleChoiceProps) {
  if (!may)
    return (
      <div>
        <p className="font-semibold">{legends[act]}</p>
        <p>{ruleInWords(act, rules[act])}</p>
        <p className="text-sm text-ink-soft">{refusalInWords(act)}</p>
        <input type="hidden" name={act} value={rules[act]} />
      </div>
    );

  return (
    <Choice
      legend={legends[act]}
      name={act}
      options={ruleChoices.map((rule) => ({ value: rule, label: ruleInWords(act, rule) }))}
      defaultValue={state.value(act, rules[act])}
      error={state.error(act)}
    />
  );
}
