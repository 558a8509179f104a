import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sayAway,
  sayClock,
  sayDay,
  sayElsewhere,
  sayMinutes,
  sayMoment,
  sayTime,
  sayZone,
} from '#app/domain/calendar/say-time.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const berlin = { zone: 'Europe/Berlin', now };

describe('saying when something is', () => {
  it('T1 says weekday, day, month and clock in the reader’s zone', () => {
    const at = Date.parse('2026-11-26T17:00:00Z');
    expect(sayTime(at, berlin)).toBe('Thu 26 Nov, 18:00, in 3 days');
    expect(sayMoment(at, { zone: 'Asia/Kolkata', now })).toBe('Thu 26 Nov, 22:30');
    expect(sayMoment(at, { zone: 'Australia/Sydney', now })).toBe('Fri 27 Nov, 04:00');
  });

  it('T1 says the year when it is not this one, and writes midnight as 00:00', () => {
    expect(sayDay(Date.parse('2027-01-07T12:00:00Z'), berlin)).toBe('Thu 7 Jan 2027');
    expect(sayClock(Date.parse('2026-11-25T23:00:00Z'), 'Europe/Berlin')).toBe('00:00');
    expect(sayDay(Date.parse('2026-09-02T12:00:00Z'), berlin)).toBe('Wed 2 Sep');
  });

  it.each([
    ['2026-11-23T09:00:30Z', 'now'],
    ['2026-11-23T09:01:00Z', 'in 1 minute'],
    ['2026-11-23T09:45:00Z', 'in 45 minutes'],
    ['2026-11-23T11:20:00Z', 'in 2 hours'],
    ['2026-11-23T23:30:00Z', 'tomorrow'],
    ['2026-11-25T00:00:00Z', 'in 2 days'],
    ['2026-12-06T09:00:00Z', 'in 13 days'],
    ['2026-12-07T09:00:00Z', 'in 2 weeks'],
    ['2027-03-01T09:00:00Z', 'in 3 months'],
    ['2026-11-23T08:15:00Z', '45 minutes ago'],
    ['2026-11-23T01:00:00Z', '8 hours ago'],
    ['2026-11-22T08:00:00Z', 'yesterday'],
    ['2026-11-20T08:00:00Z', '3 days ago'],
    ['2026-11-02T08:00:00Z', '3 weeks ago'],
  ])('T2 says how far %s is: %s', (at, words) => {
    expect(sayAway(Date.parse(at), berlin)).toBe(words);
  });

  it('T3 says the other zone too where the clocks differ at that moment', () => {
    const summer = Date.parse('2027-03-16T16:00:00Z');
    const winter = Date.parse('2027-03-09T16:00:00Z');
    expect(sayElsewhere(winter, berlin, 'America/New_York')).toBe('11:00 in New York');
    expect(sayElsewhere(summer, berlin, 'America/New_York')).toBe('12:00 in New York');
    expect(sayElsewhere(winter, berlin, 'Australia/Sydney')).toBe('Wed 10 Mar 2027, 03:00 in Sydney');
    expect(sayElsewhere(winter, berlin, 'Europe/Paris')).toBeNull();
    expect(sayElsewhere(winter, { zone: 'Europe/London', now }, 'UTC')).toBeNull();
    expect(sayElsewhere(Date.parse('2027-06-09T16:00:00Z'), { zone: 'Europe/London', now }, 'UTC')).toBe(
      '16:00 in UTC',
    );
  });

  it('T3 says nothing about a zone exactly when both clocks show the same', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), zones, zones, (at, here, there) => {
        const same = sayMoment(at, { zone: here, now: at }) === sayMoment(at, { zone: there, now: at });
        expect(sayElsewhere(at, { zone: here, now: at }, there) === null).toBe(same);
      }),
    );
  });

  it('names zones by their place and lengths in hours and minutes', () => {
    expect(sayZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(sayZone('Etc/GMT+5')).toBe('GMT+5');
    expect(sayZone('UTC')).toBe('UTC');
    expect([45, 60, 90, 120].map(sayMinutes)).toEqual(['45 min', '1 h', '1 h 30 min', '2 h']);
  });
});
