import { Form } from '@remix-run/react';
import { formalityWords, planningWords } from '#app/domain/people/style.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SavedNotice } from '../circle/saved-notice.tsx';
import { type FormState, useFormState } from '../circle/use-fault.ts';
import type { OwnProfile } from './me.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

type ProfileFormProps = { profile: OwnProfile; timeZones: readonly string[]; isSaved: boolean };

/** Name, work, time zone, style and a few human lines. */
export function ProfileForm({ profile, timeZones, isSaved }: ProfileFormProps) {
  const state = useFormState('profile.edit');

  return (
    <Card title="About me" id="profile">
      <Form method="post" className="flex flex-col gap-6" noValidate preventScrollReset>
        <SavedNotice isSaved={isSaved} />
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="profile.edit" />
        <WhoFields state={state} profile={profile} />
        <TimeZoneField state={state} timeZones={timeZones} own={profile.timeZone} />
        <StyleFields state={state} profile={profile} />
        <Field
          as="textarea"
          label="A few lines about you"
          name="about"
          optional
          hint="Past projects, books, what you do when you do not work."
          maxLength={2000}
          rows={4}
          defaultValue={state.value('about', profile.about)}
          error={state.error('about')}
        />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Saving">
            Save
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type PartProps = { state: FormState; profile: OwnProfile };

function WhoFields({ state, profile }: PartProps) {
  return (
    <>
      <Field
        label="Your name"
        name="name"
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={state.value('name', profile.name)}
        error={state.error('name')}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label="Role"
          name="role"
          optional
          maxLength={80}
          autoComplete="organization-title"
          defaultValue={state.value('role', profile.role)}
          error={state.error('role')}
        />
        <Field
          label="Industry"
          name="industry"
          optional
          maxLength={80}
          autoComplete="off"
          defaultValue={state.value('industry', profile.industry)}
          error={state.error('industry')}
        />
      </div>
    </>
  );
}

function StyleFields({ state, profile }: PartProps) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Choice
        legend="I like it"
        name="formality"
        options={optionsOf(formalityWords)}
        defaultValue={state.value('formality', profile.formality ?? '')}
        error={state.error('formality')}
      />
      <Choice
        legend="I prefer"
        name="planning"
        options={optionsOf(planningWords)}
        defaultValue={state.value('planning', profile.planning ?? '')}
        error={state.error('planning')}
      />
    </div>
  );
}

function optionsOf(words: Readonly<Record<string, string>>) {
  const given = Object.entries(words).map(([value, label]) => ({ value, label }));
  return [...given, { value: '', label: 'Either way' }];
}
