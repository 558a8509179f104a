import { describe, expect, test } from 'vitest';
import { knownTimeZone, timeZones, timeZonesWith } from '#app/domain/people/time-zone.ts';

describe('time zones', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', null],
  ])('knows %s', (text, zone) => {
    const known = knownTimeZone(text);
    expect(known).not.toBeNull();
    if (zone) expect(known).toBe(zone);
  });

  test.each([
    '',
    'Mars/Olympus',
    '+05:30',
    '-08:00',
    'Europe/Berlin\n',
    'Europe//Berlin',
    `A/${'b'.repeat(80)}`,
  ])('refuses %j', (text) => {
    expect(knownTimeZone(text)).toBeNull();
  });

  test('every zone of the list is known by its own name', () => {
    expect(timeZones.length).toBeGreaterThan(300);
    for (const zone of timeZones) expect(knownTimeZone(zone)).toBe(zone);
  });

  test('the list has one’s own zone in it', () => {
    expect(timeZonesWith('Europe/Berlin')).toBe(timeZones);
    expect(timeZonesWith('Some/Where')).toEqual(['Some/Where', ...timeZones]);
  });
});
