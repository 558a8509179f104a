import type { Usage } from '../answer-asks.ts';
import { progress } from '../report.ts';
import type { Contest } from './contest.ts';
import { measureTalk } from './measure-talk.ts';

/** Three times as many messages a second as the server took when everybody waited for their answers. */
export async function compareOverload(contest: Contest): Promise<void> {
  const { figures, options } = contest;
  const rooms = { rooms: 50, members: 8 };
  const times = options.short ? { warmUpMs: 100, measureMs: 300 } : { warmUpMs: 1_000, measureMs: 3_000 };
  const house = await contest.contestant('house');
  for (let round = 0; round < options.rounds; round++) {
    const calm = await measureTalk(house, { rooms, talk: { senders: 8, inFlight: 2 }, ...times });
    const pace = 3 * calm.messages;
    const before = await house.server.ask<Usage>('usage');
    const flood = await measureTalk(house, { rooms, talk: { senders: 8, inFlight: 0, pace }, ...times });
    const after = await house.server.ask<Usage>('usage');
    const others = Object.keys(flood.refused).filter((code) => code !== 'busy');
    progress(
      `overload ${Math.round(calm.messages)} messages/s, then ${Math.round(flood.messages)} of ${Math.round(flood.offered)} asked for, refused ${JSON.stringify(flood.refused)}`,
    );
    figures.add('overload.goodput', flood.deliveries / calm.deliveries, 'ratio', '>= 0.9');
    figures.add('overload.other_refusals', others.length, 'codes', '<= 0');
    // The most it ever held: what is bounded grows in the first round, and hardly in later ones.
    figures.add('overload.resident.vs_before', after.mostRss / before.mostRss, 'ratio');
    figures.add('overload.resident.most', after.mostRss / 1024 / 1024, 'MiB');
    figures.add('overload.offered.vs_saturation', flood.offered / calm.messages, 'ratio');
    contest.noteFaults(calm.faults);
    contest.noteFaults(flood.faults);
  }
}
