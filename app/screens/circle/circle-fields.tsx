import { sayZone } from '#app/domain/calendar/say-time.ts';
import { largestCircle, smallestCircle } from '#app/domain/circle/size.ts';
import { Field } from '#app/ui/field.tsx';
import type { FormState } from './use-fault.ts';

type Part<Values> = { state: FormState; prefix?: string; values: Values };

/** What a circle is called and what it is for. */
export function NameAndPurpose({ state, prefix = '', values }: Part<{ name: string; purpose: string }>) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        id={`${prefix}name`}
        hint="What you call each other, for example “Thursday circle”."
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={state.value('name', values.name)}
        error={state.error('name')}
      />
      <Field
        as="textarea"
        label="Purpose"
        name="purpose"
        id={`${prefix}purpose`}
        optional
        hint="Why you meet, in a sentence or two. Whoever is invited reads it."
        maxLength={2000}
        rows={3}
        defaultValue={state.value('purpose', values.purpose)}
        error={state.error('purpose')}
      />
    </>
  );
}

type SizeAndZoneProps = Part<{ sizeLimit: number; timeZone: string }> & {
  /** How many members there are already. */
  members: number;
  timeZones: readonly string[];
};

/** How many the circle has room for, and the time zone its seasons are planned in. */
export function SizeAndZone({ state, prefix = '', values, members, timeZones }: SizeAndZoneProps) {
  const least = Math.max(smallestCircle, members);
  const sizes = Array.from({ length: largestCircle - least + 1 }, (_, index) => String(least + index));

  return (
    <>
      <Field
        as="select"
        label="Room for"
        name="sizeLimit"
        id={`${prefix}sizeLimit`}
        hint="You too are counted. Five to eight is what most circles like."
        options={sizes.map((size) => ({ value: size, label: `${size} members` }))}
        defaultValue={state.value('sizeLimit', String(values.sizeLimit))}
        error={state.error('sizeLimit')}
      />
      <Field
        as="select"
        label="Time zone"
        name="timeZone"
        id={`${prefix}timeZone`}
        hint="Meetings keep their hour here, all year round. Everyone sees them in their own time zone."
        options={timeZones.map(zoneOption)}
        defaultValue={state.value('timeZone', values.timeZone)}
        error={state.error('timeZone')}
      />
    </>
  );
}

/** "Europe/Berlin" stands as "Berlin" among the zones of Europe. */
function zoneOption(zone: string) {
  const [region, place] = zone.split('/');
  return { value: zone, label: sayZone(zone), ...(region && place ? { group: region } : {}) };
}
