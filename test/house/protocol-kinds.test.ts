// A page of yesterday that meets the server of today must be told so: whoever changes the kinds of events or commands
// counts the protocol up (P12).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventKinds } from '#app/domain/meeting/evolve.ts';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { commandSchema } from '#server/rooms/command-schema.ts';

type Kinds = { events: string[]; commands: string[] };

const file = 'test/house/protocol-kinds.json';
const known: Kinds & { protocol: number } = JSON.parse(readFileSync(file, 'utf8'));
const now: Kinds = {
  events: eventKinds.toSorted(),
  commands: commandSchema.options.map(({ shape }) => shape.kind.value).toSorted(),
};

test('kinds of events and commands change only together with PROTOCOL', () => {
  const { protocol, ...then } = known;
  const isRaised = PROTOCOL === protocol + 1;
  const advice = isRaised
    ? `PROTOCOL is ${PROTOCOL} now. Write down what belongs to it, in ${file}:\n${JSON.stringify({ protocol: PROTOCOL, ...now })}`
    : `${file} tells what belongs to protocol ${protocol}. What differs needs another number: make PROTOCOL ${protocol + 1} in app/domain/meeting/protocol.ts, then run this again.`;
  expect({ protocol: PROTOCOL, ...now }, advice).toEqual({ protocol, ...then });
});
