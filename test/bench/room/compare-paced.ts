import { progress } from '../report.ts';
import type { Contest } from './contest.ts';
import { measureTalk } from './measure-talk.ts';

/** 1,000 messages a second into 50 rooms of eight: what a reader waits for, and what it costs the server. */
export async function comparePaced(contest: Contest): Promise<void> {
  const { figures, options } = contest;
  const times = options.short ? { warmUpMs: 100, measureMs: 300 } : { warmUpMs: 1_000, measureMs: 4_000 };
  const wanted = {
    rooms: { rooms: 50, members: 8 },
    talk: { senders: 8, inFlight: 0, pace: 1_000 },
    ...times,
  };
  const rounds = await contest.rounds(['socketio', 'house'], async (contestant) => {
    const measured = await measureTalk(contestant, wanted);
    const { p50, p99, cpuPerDelivery } = measured;
    progress(
      `paced ${contestant.name.padEnd(8)} p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${cpuPerDelivery.toFixed(2)} µs each`,
    );
    return measured;
  });
  for (const { house, socketio } of rounds) {
    contest.noteFaults(house.faults);
    figures.add('paced.p50.minus_socketio', house.p50 - socketio.p50, 'ms', '<= 1');
    figures.add('paced.p99.vs_socketio', house.p99 / socketio.p99, 'ratio', '<= 2');
    figures.add('paced.cpu.vs_socketio', house.cpuPerDelivery / socketio.cpuPerDelivery, 'ratio', '<= 1.5');
    for (const [name, measured] of Object.entries({ house, socketio })) {
      figures.add(`paced.p50.${name}`, measured.p50, 'ms');
      figures.add(`paced.p99.${name}`, measured.p99, 'ms');
      figures.add(`paced.cpu.${name}`, measured.cpuPerDelivery, 'µs');
    }
  }
}
