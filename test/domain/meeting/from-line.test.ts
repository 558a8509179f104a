import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionFrom, topicFrom } from '#app/domain/meeting/from-line.ts';
import { commandSchema } from '#server/rooms/command-schema.ts';
import { openMeeting } from './meeting-builder.ts';

const line = { id: 'm1', author: 'ben', text: 'Vendor risk\nand what to do about it' };

test('O4 a line becomes a topic that its author brings and an action item of its author, whoever presses, once', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  meeting.does('cleo', topicFrom(line, true, 10));
  expect(meeting.item('m1')).toMatchObject({
    bringer: 'ben',
    proposer: 'cleo',
    itemKind: 'topic',
    minutes: 10,
  });
  expect(meeting.refuses('ada', topicFrom(line, true, 10))).toBe('already-done');
  meeting.does('cleo', actionFrom(line));
  expect(meeting.state.actions).toMatchObject([{ id: 'm1', owner: 'ben', by: 'cleo', due: null }]);
  expect(meeting.refuses('ada', actionFrom(line))).toBe('already-done');
  expect(topicFrom(line, false, 10).bringer).toBeNull();
});

test('O5 a short line is the title; of a long one the beginning is, and its words stand in the help wanted', () => {
  expect(topicFrom(line, true, 10)).toMatchObject({ title: 'Vendor risk and what to do about it', help: '' });
  const long = topicFrom({ ...line, text: 'word '.repeat(200) }, true, 10);
  expect(long.title).toMatch(/^(word )+word…$/);
  expect(long.help.startsWith('word word')).toBe(true);
});

test('O5 whatever somebody wrote, what becomes of it fits', () => {
  const id = 'b5f0c1f2-8f0e-4b8e-9d8f-0a1b2c3d4e5f';
  const written = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1_500 }),
    fc.lorem({ maxCount: 200 }),
  );
  fc.assert(
    fc.property(written, (text) => {
      fc.pre(/\p{L}/u.test(text));
      for (const command of [
        topicFrom({ id, author: id, text }, true, 10),
        actionFrom({ id, author: id, text }),
      ])
        expect(commandSchema.safeParse(command).error?.message).toBeUndefined();
    }),
  );
});
