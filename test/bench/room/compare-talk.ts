import type { Goal } from '../figures.ts';
import { progress } from '../report.ts';
import type { Contest } from './contest.ts';
import type { ContestantName } from './contestants.ts';
import { measureTalk } from './measure-talk.ts';
import type { TalkShape } from './talk-load.ts';
import type { RoomShape } from './world.ts';

export type TalkPart = {
  name: string;
  rooms: RoomShape;
  talk: TalkShape;
  /** By opponent: how many times as many deliveries a second ours has to make. */
  against: { [Name in ContestantName]?: Goal };
};

/** Everybody talks as fast as they are answered; compares deliveries a second. */
export async function compareTalk(
  contest: Contest,
  { name: part, rooms, talk, against }: TalkPart,
): Promise<void> {
  const { figures, options } = contest;
  const opponents = Object.keys(against) as ContestantName[];
  const times = options.short ? { warmUpMs: 100, measureMs: 300 } : { warmUpMs: 1_500, measureMs: 3_000 };
  const rounds = await contest.rounds([...opponents, 'house'], async (contestant) => {
    const measured = await measureTalk(contestant, { rooms, talk, ...times });
    const { deliveries, p99, loadBusy } = measured;
    progress(
      `${part} ${contestant.name.padEnd(8)} ${Math.round(deliveries)} deliveries/s, p99 ${p99.toFixed(1)} ms, ` +
        `${measured.cpuPerDelivery.toFixed(2)} µs each, load ${Math.round(loadBusy * 100)} % busy`,
    );
    return measured;
  });
  for (const round of rounds) {
    contest.noteFaults(round.house.faults);
    for (const name of opponents) {
      const ratio = round.house.deliveries / round[name].deliveries;
      figures.add(`${part}.deliveries.vs_${name}`, ratio, 'ratio', against[name]);
    }
    for (const name of [...opponents, 'house'] as const) {
      figures.add(`${part}.deliveries.${name}`, round[name].deliveries, '1/s');
      figures.add(`${part}.p99.${name}`, round[name].p99, 'ms');
      figures.add(`${part}.cpu.${name}`, round[name].cpuPerDelivery, 'µs');
    }
  }
}
