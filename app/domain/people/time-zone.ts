/**
 * Time zones as people choose them: a name of the IANA list, never an offset, because an offset does not
 * know when clocks change.
 */
import { currentZoneName } from './zone-names.ts';

const shape = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** Every zone a person can pick, in alphabetical order, `UTC` first. From the runtime's own list. */
export const timeZones: readonly string[] = ['UTC', ...new Set(listed().map(currentZoneName).sort())];

function listed(): string[] {
  return Intl.supportedValuesOf('timeZone');
}

const spelled = new Map(
  [...listed(), ...timeZones].map((zone) => [zone.toLowerCase(), currentZoneName(zone)]),
);

/**
 * The zone that is meant, in its usual spelling, or null when there is no such zone. Names that are known
 * but not in the list (`CET`, `US/Pacific`) are kept as given.
 */
export function knownTimeZone(text: string): string | null {
  const usual = spelled.get(text.toLowerCase());
  if (usual) return usual;
  if (text.length > 64 || !shape.test(text)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

/** The list to pick from, with one's own zone in it even where the list spells it otherwise. */
export function timeZonesWith(own: string): readonly string[] {
  return timeZones.includes(own) ? timeZones : [own, ...timeZones];
}
