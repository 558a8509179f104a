import { useEffect, useState } from 'react';
import { currentZoneName } from '#app/domain/people/zone-names.ts';
import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';

type TimeZoneFieldProps = {
  state: FormState;
  prefix?: string;
  timeZones: readonly string[];
  /** The person's own zone; without one the browser's is taken, or UTC until they choose. */
  own?: string;
};

/** In which zone somebody reads all times. */
export function TimeZoneField({ state, prefix = '', timeZones, own }: TimeZoneFieldProps) {
  const id = `${prefix}timeZone`;
  const chosen = state.value('timeZone', own ?? '');
  const guess = useGuess(id, chosen === '');
  const value = chosen || guess || 'UTC';
  const listed = timeZones.includes(value) ? timeZones : [value, ...timeZones];

  return (
    <Field
      key={value}
      as="select"
      label="Time zone"
      name="timeZone"
      id={id}
      hint={
        guess
          ? 'This is where your device is. Change it if you live elsewhere.'
          : 'All times are shown in it.'
      }
      autoComplete="off"
      options={listed.map(optionOf)}
      defaultValue={value}
      error={state.error('timeZone')}
    />
  );
}

/** The zone of the device, once script runs; not when somebody has chosen already. */
function useGuess(id: string, isWanted: boolean): string | null {
  const [guess, setGuess] = useState<string | null>(null);

  useEffect(() => {
    if (!isWanted) return;
    const select = document.getElementById(id);
    if (select instanceof HTMLSelectElement && select.value !== 'UTC') return;
    setGuess(currentZoneName(new Intl.DateTimeFormat().resolvedOptions().timeZone) || null);
  }, [id, isWanted]);

  return isWanted ? guess : null;
}

/** "Europe/Berlin" stands as "Berlin" among the zones of Europe. */
function optionOf(zone: string) {
  const [region, ...place] = zone.split('/');
  if (place.length === 0) return { value: zone, label: zone };
  return { value: zone, label: place.join(', ').replaceAll('_', ' '), group: region };
}
