// The parts of the benchmark of the room, in the order in which they run.
import { compareIdle } from './compare-idle.ts';
import { compareOverload } from './compare-overload.ts';
import { comparePaced } from './compare-paced.ts';
import { compareTalk, type TalkPart } from './compare-talk.ts';
import type { Contest } from './contest.ts';
import { measureEnter } from './measure-enter.ts';
import { measureSlow } from './measure-slow.ts';

const talk: TalkPart = {
  name: 'talk',
  rooms: { rooms: 50, members: 8 },
  talk: { senders: 8, inFlight: 2 },
  against: { socketio: '>= 2', naive: '>= 5', ws: '>= 1.5' },
};
const single: TalkPart = {
  name: 'single',
  rooms: { rooms: 50, members: 8 },
  talk: { senders: 1, inFlight: 1 },
  against: { socketio: '>= 0.6' },
};
const hall: TalkPart = {
  name: 'hall',
  rooms: { rooms: 1, members: 200 },
  talk: { senders: 20, inFlight: 1 },
  against: { socketio: '>= 4' },
};

export const parts: Record<string, (contest: Contest) => Promise<void>> = {
  talk: (contest) => compareTalk(contest, talk),
  single: (contest) => compareTalk(contest, single),
  hall: (contest) => compareTalk(contest, hall),
  paced: comparePaced,
  idle: compareIdle,
  enter: measureEnter,
  overload: compareOverload,
  slow: measureSlow,
};
