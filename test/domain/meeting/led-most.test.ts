import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledMost } from '#app/domain/meeting/led-most.ts';
import { liveMeeting, openMeeting } from './meeting-builder.ts';

test('L9 a meeting counts as led by whoever led it longest, whoever closes it', () => {
  const meeting = liveMeeting();
  meeting.at(80).handOver('ada', 'ben');
  expect(ledMost(meeting.state), 'as long as it is live').toBe('ben');
  meeting.at(90).does('ben', { kind: 'meeting.close' });
  expect(ledMost(meeting.state)).toBe('ada');
});

test('L9 whoever led in the waiting room alone has not led the meeting', () => {
  const meeting = openMeeting().handOver('ada', 'ben');
  meeting.at(1).does('ben', { kind: 'meeting.start' });
  meeting.at(2).does('ben', { kind: 'meeting.close' });
  expect(ledMost(meeting.state)).toBe('ben');
});

test('L9 of two who led equally long it was the later one; what was not held nobody led', () => {
  const meeting = liveMeeting();
  meeting.at(30).handOver('ada', 'cleo').at(60).does('cleo', { kind: 'meeting.close' });
  expect(ledMost(meeting.state)).toBe('cleo');
  const skipped = openMeeting();
  skipped.house({ kind: 'meeting.skip', because: 'decided' });
  expect(ledMost(skipped.state)).toBeNull();
});

test('L9 nobody led for longer than whoever it counts for', () => {
  const turns = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(turns, (minutes) => {
      const meeting = liveMeeting();
      const led: Record<string, number> = {};
      let now = 0;
      for (const [index, length] of minutes.entries()) {
        const holder = meeting.state.lead.holder ?? '';
        led[holder] = (led[holder] ?? 0) + length;
        now += length;
        const next = ['ada', 'ben', 'cleo'][(index * 2 + 1) % 3] ?? '';
        if (index < minutes.length - 1 && next !== holder) meeting.at(now).handOver(holder, next);
      }
      meeting.at(now).does(meeting.state.lead.holder ?? '', { kind: 'meeting.close' });
      expect(led[ledMost(meeting.state) ?? '']).toBe(Math.max(...Object.values(led)));
    }),
  );
});
