// Six ways to build this wrong, each as a change to the sources that a server process loads. A set of runs that does not
// find every one of them proves nothing about what it found clean. Where the sources move on and a change no longer fits,
// the process does not start and the run fails: then the mutant is written anew.
import type { Grief } from './griefs.ts';
import type { Scope } from './scope.ts';
import type { Blow } from './weather.ts';

/** One place in a file: `find` must be there exactly once. */
export type Change = { file: string; find: string; put: string };

export type Mutant = {
  name: string;
  changes: Change[];
  /** Settings of its PostgreSQL, and what is done to its tables. */
  database?: Record<string, string>;
  sql?: string[];
  /** What shows it. */
  grief: Grief;
  weather?: Blow[];
  /** What there has to be besides a meeting. */
  scope?: Partial<Scope>;
};

export const mutants: readonly Mutant[] = [
  {
    name: 'acknowledge-before-commit',
    grief: 'kill-database',
    changes: [
      {
        file: 'server/rooms/open-rooms.ts',
        find: '    const outcomes = await commitTogether(deps, plain);',
        put: '    for (const { queued, answer } of plain.flatMap((draft) => draft.answers))\n      queued.settle({ ...answer, told: false } as typeof answer);\n    const outcomes = await commitTogether(deps, plain);',
      },
    ],
  },
  {
    name: 'no-idempotency',
    grief: 'network',
    weather: ['orphan', 'orphan', 'reload'],
    sql: ['drop index room_event_command'],
    changes: [
      {
        file: 'server/rooms/answers.ts',
        find: '      const before = await findCommand(db, queued.room, queued.id);',
        put: '      const before = null as never;',
      },
      {
        file: 'server/rooms/decide-queue.ts',
        find: '  if (before) return answerAgain(before, queued);',
        put: '  if (before && !before) return answerAgain(before, queued);',
      },
    ],
  },
  {
    name: 'broadcast-before-commit',
    grief: 'kill-database',
    changes: [
      {
        file: 'server/rooms/open-rooms.ts',
        find: '    const outcomes = await commitTogether(deps, plain);',
        put: '    for (const { room, events } of plain) teller.tell(room.id, events);\n    const outcomes = await commitTogether(deps, plain);',
      },
    ],
  },
  {
    name: 'read-then-join',
    grief: 'network',
    changes: [
      {
        file: 'server/live/gateway.ts',
        find: [
          '    await socket.join(channel.room(where.room));',
          '    const entered = await enterRoom(hall.house, data.person, where);',
        ].join('\n'),
        put: [
          '    const entered = await enterRoom(hall.house, data.person, where);',
          "    await hall.house.failpoint?.('mid-catch-up');",
          '    await socket.join(channel.room(where.room));',
        ].join('\n'),
      },
    ],
  },
  {
    name: 'synchronous-commit-off',
    grief: 'kill-database',
    // What waits to be written waits in PostgreSQL's own memory for as long as it may, as on a machine that loses power.
    database: { wal_writer_delay: '10s', wal_writer_flush_after: '512MB', bgwriter_delay: '10s' },
    changes: [
      {
        file: 'db/connect.ts',
        find: "    application_name: 'rondo',",
        put: "    application_name: 'rondo',\n    options: '-c synchronous_commit=off',",
      },
      { file: 'db/durable.ts', find: '  if (allowUnsafe) return;', put: '  return;' },
    ],
  },
  {
    // All that several people wrote into the notes at once is told and acknowledged, and only the last of it is stored.
    name: 'last-of-a-batch',
    grief: 'pause-server',
    scope: { notes: true },
    changes: [
      {
        file: 'server/notes/write-batch.ts',
        find: '  const updates = changes.map(({ one, bytes })',
        put: '  const updates = changes.slice(-1).map(({ one, bytes })',
      },
    ],
  },
];

export function findMutant(name: string): Mutant {
  const found = mutants.find((mutant) => mutant.name === name);
  if (!found) throw new Error(`There is no mutant ${name}.`);
  return found;
}
