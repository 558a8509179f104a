// The checker of the fault runs, on histories made by hand: it finds each kind of wrong, and nothing in what is right.
import { describe, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { Entry } from '#test/faults/history.ts';
import { aCleanRun, ana, ben, changed, kinds, post, posted, wrongsOf } from '#test/harness/clean-run.ts';

describe('the checker', () => {
  test('finds nothing in a clean run', () => {
    expect(wrongsOf(aCleanRun())).toEqual([]);
  });

  test('finds an acknowledged line that is not in the log', () => {
    const wrongs = changed(({ stored }) => {
      stored.log.pop();
      stored.version = 2;
    });
    expect(wrongs).toContain('lost');
    expect(wrongs).toContain('phantom');
  });

  test('finds a written line that is neither stored nor on a screen', () => {
    const lost: Entry = { do: 'write', tab: 'a', person: ana, id: 'c-three' };
    expect(changed(({ entries }) => entries.push(lost))).toEqual(['lost']);
  });

  test('lets a line pass that is still on its author’s screen, refused', () => {
    const wrongs = changed(({ entries }) => {
      entries.push({ do: 'write', tab: 'a', person: ana, id: 'c-three' });
      kinds(entries, 'end')[0]?.left.push({ id: 'c-three', progress: 'refused' });
    });
    expect(wrongs).toEqual([]);
  });

  test('finds a command that had two effects', () => {
    const wrongs = changed(({ stored, entries }) => {
      stored.log.push({ ...posted(4, 'one'), message: 'another' } as LoggedMeetingEvent);
      stored.version = 4;
      for (const end of kinds(entries, 'end')) end.state = fold(stored.log);
    });
    expect(wrongs).toContain('duplicate');
  });

  test('finds lines that are not in the order of writing', () => {
    const wrongs = changed(({ entries }) => {
      const [first, second] = kinds(entries, 'write');
      if (first && second) [first.id, second.id] = [second.id, first.id];
    });
    expect(wrongs).toEqual(['reordered']);
  });

  test('finds a hole in the log, and a room that says another number', () => {
    expect(changed(({ stored }) => stored.log.splice(1, 1))).toEqual(
      expect.arrayContaining(['reordered', 'torn']),
    );
  });

  test('finds an event that nobody sent, and one that is not as it was sent', () => {
    expect(
      changed(({ entries }) => entries.splice(entries.indexOf(kinds(entries, 'send')[0] as Entry), 1)),
    ).toContain('phantom');
    const other = changed(({ entries }) => {
      const [sent] = kinds(entries, 'send');
      if (sent) sent.command = { ...post('one'), text: 'something else' };
    });
    expect(other).toEqual(['phantom']);
  });

  test('finds an event that was seen and never stored', () => {
    const wrongs = changed(({ entries }) =>
      entries.push({ do: 'see', tab: ben, person: ben, events: [posted(4, 'ghost')] }),
    );
    expect(wrongs).toEqual(['phantom']);
  });

  test('finds a screen that is behind, one that shows something else, and one that went back', () => {
    const behind = changed(({ entries, stored }) => {
      const [, end] = kinds(entries, 'end');
      if (end) end.state = fold(stored.log.slice(0, 2));
    });
    expect(behind).toEqual(['unseen']);
    const other = changed(({ entries }) => {
      const [, end] = kinds(entries, 'end');
      if (end) end.state = { ...end.state, messages: [] };
    });
    expect(other).toEqual(['phantom']);
    expect(changed(({ entries }) => entries.push({ do: 'show', tab: ben, version: 2 }))).toEqual([
      'reordered',
    ]);
  });

  test('finds a vote that somebody else could see', () => {
    const vote: LoggedMeetingEvent = {
      ...{ kind: 'vote.cast', item: 'i', dots: 2 },
      ...{ version: 4, at: 2_000, actor: ana, command: 'c-vote' },
    };
    const wrongs = changed(({ entries, stored }) => {
      stored.log.push(vote);
      stored.version = 4;
      const command = { kind: 'vote.cast' as const, item: 'i', dots: 2 };
      entries.push({ do: 'send', tab: 'a', person: ana, id: 'c-vote', command });
      entries.push({ do: 'see', tab: ben, person: ben, events: [vote] });
    });
    expect(wrongs).toEqual(['leaked']);
  });

  test('finds an answer that the log contradicts', () => {
    const otherVersion = changed(({ entries }) =>
      entries.push({ do: 'ack', tab: 'a', id: 'c-one', version: 3 }),
    );
    expect(otherVersion).toEqual(['misinformed']);
    const refused = changed(({ entries }) => {
      entries.push({ do: 'send', tab: 'a', person: ana, id: 'c-one', command: post('one') });
      entries.push({ do: 'refuse', tab: 'a', id: 'c-one', code: 'already-done' });
    });
    expect(refused).toEqual(['misinformed']);
  });

  test('finds rows that are not what the log says', () => {
    const row = { id: 'x', text: 'y', owner: ana, due: null, done: null };
    expect(changed(({ stored }) => stored.actions.push(row))).toEqual(['torn']);
  });

  test('finds what came late, what never came to rest, and a process that fell over', () => {
    const late = (ms: number | null) =>
      changed(({ entries }) => {
        const [settled] = kinds(entries, 'settled');
        if (settled && ms !== null) settled.ms = ms;
        if (settled && ms === null) entries.splice(entries.indexOf(settled), 1);
      });
    expect(late(100)).toEqual([]);
    expect(late(101)).toEqual(['late']);
    expect(late(null)).toEqual(['late']);
    expect(changed(({ entries }) => entries.push({ do: 'died', code: 1, signal: null }))).toEqual(['died']);
  });
});

describe('the checker, of a command that had nothing to change at first', () => {
  /** Ana completes what is done already; it is opened again, and another tab of hers says the same once more. */
  const again = (first: number) =>
    changed(({ entries, stored }) => {
      function doing(version: number, id: string, command: MemberCommand, kind: string): void {
        entries.push({ do: 'send', tab: 'a', person: ana, id, command });
        const about = { version, at: 1_000 + version, actor: ana, command: id };
        stored.log.push({ ...command, kind, ...about } as LoggedMeetingEvent);
      }
      const told = { text: 'do it', owner: ana, due: null };
      doing(4, 'c-add', { kind: 'action.add', action: 'x', ...told }, 'action.added');
      doing(5, 'c-done', { kind: 'action.complete', action: 'x' }, 'action.completed');
      doing(6, 'c-open', { kind: 'action.reopen', action: 'x' }, 'action.reopened');
      doing(7, 'c-again', { kind: 'action.complete', action: 'x' }, 'action.completed');
      entries.push({ do: 'ack', tab: 'a', id: 'c-again', version: first });
      entries.push({ do: 'ack', tab: 'b', id: 'c-again', version: 7 });
      stored.version = 7;
      const state = fold(stored.log);
      stored.actions = [{ id: 'x', text: 'do it', owner: ana, due: null, done: 1_007 }];
      for (const end of kinds(entries, 'end')) end.state = state;
    });

  test('lets it have its effect later', () => expect(again(5)).toEqual([]));
  test('finds that it had something to change', () => expect(again(6)).toEqual(['misinformed']));
});
