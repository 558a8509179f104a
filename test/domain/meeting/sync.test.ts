import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { eventKinds } from '#app/domain/meeting/evolve.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { follow, overlay } from '#app/domain/meeting/sync.ts';

const said = (version: number): LoggedMeetingEvent => ({
  kind: 'message.posted',
  message: `m${version}`,
  text: `line ${version}`,
  ...{ version, at: version * 1_000, actor: 'ana', command: null },
});
const log = Array.from({ length: 30 }, (_, index) => said(index + 1));

test('S1 frames may repeat and overlap: the state is that of the log', () => {
  const cuts = fc.array(fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 10 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(cuts, (frames) => {
      let state = emptyMeeting;
      for (const [from, count] of frames) {
        const answer = follow(state, log.slice(from, from + count));
        expect(answer.gap).toBe(from > state.version);
        state = answer.state;
      }
      expect(state).toEqual(fold(log.slice(0, state.version)));
    }),
  );
});

test('S2 nothing of a frame beyond a gap applies', () => {
  const state = fold(log.slice(0, 3));
  expect(follow(state, log.slice(5, 8))).toEqual({ state, applied: [], gap: true, isOutdated: false });
});

test('S4 an event of an unknown kind moves the version and nothing else, and says that the page is out of date', () => {
  const state = fold(log.slice(0, 3));
  const kinds = fc.string().filter((kind) => !eventKinds.includes(kind));
  const unknown = fc.oneof(kinds, fc.constantFrom('message.sung', 'constructor', '__proto__', 'toString'));
  fc.assert(
    fc.property(unknown, (kind) => {
      const strange = { ...said(4), kind } as unknown as LoggedMeetingEvent;
      const followed = follow(state, [strange, said(5)]);
      expect(followed.isOutdated).toBe(true);
      expect(followed.state).toEqual({ ...fold([said(5)], state), version: 5 });
      expect(follow(followed.state, [said(6)]).isOutdated).toBe(false);
    }),
  );
});

test('S3 own hidden events are laid over without moving the version', () => {
  const state = fold(log.slice(0, 3));
  const own = {
    kind: 'vote.cast',
    item: 'i1',
    dots: 2,
    version: 4,
    at: 0,
    actor: 'ana',
    command: null,
  } as const;
  const seen = overlay(state, [own]);
  expect(seen.version).toBe(3);
  expect(seen.voting.dots).toEqual({ ana: { i1: 2 } });
});

test('S3 beyond a gap nothing is laid over: everybody who votes is shown in the log’s order', () => {
  const vote = (version: number, actor: string): LoggedMeetingEvent => ({
    ...{ kind: 'vote.cast', item: null, dots: null },
    ...{ version, at: version * 1_000, actor, command: null },
  });
  const state = fold(log.slice(0, 3));
  const [bens, anas] = [vote(4, 'ben'), { ...vote(5, 'ana'), item: 'i1', dots: 2 } as LoggedMeetingEvent];
  const behind = overlay(state, [anas]);
  expect(behind).toEqual(state);
  expect(follow(behind, [bens, anas]).state).toEqual(fold([...log.slice(0, 3), bens, anas]));
});
