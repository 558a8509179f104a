// The load: everybody who talks to one server, in one process.
import { openSleepyLine } from '#test/harness/sleepy-line.ts';
import { answerAsks, usage } from '../answer-asks.ts';
import { bareLine } from './bare-line.ts';
import { houseLine } from './house-line.ts';
import { openTalk } from './talk-load.ts';
import { wsLine } from './ws-line.ts';

const lines = { bare: bareLine, ws: wsLine, house: houseLine };
const talk = openTalk(lines[process.argv[2] as keyof typeof lines]);

answerAsks({
  usage,
  ...talk,
  /** Somebody enters and reads nothing more. */
  async sleep({ url, room, cookie }: { url: string; room: string; cookie: string }) {
    await openSleepyLine(url, { room, cookie });
  },
});
