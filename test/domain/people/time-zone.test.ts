import { describe, expect, test } from 'vitest';
import { knownTimeZone, timeZones, timeZonesWith } from '#app/domain/people/time-zone.ts';

describe('time zones', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['europe/kiev', 'Europe/Kyiv'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('knows %s', (text, zone) => {
    expect(knownTimeZone(text)).toBe(zone);
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
