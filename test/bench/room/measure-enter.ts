import { progress } from '../report.ts';
import type { Contest } from './contest.ts';
import type { World } from './world.ts';

/**
 * A meeting of many events that nobody has opened lately: from the request for its room's page to the last byte of the
 * answer, with the sign-in, the reading of the log and the rendering.
 */
export async function measureEnter({ figures, options, contestant }: Contest): Promise<void> {
  const { server } = await contestant('house');
  const sizes = options.short ? [300] : [3_000, 5_000];
  for (const events of sizes) {
    const world = await server.ask<World>('long meeting', events);
    const [{ room, people }] = world.rooms as [World['rooms'][number]];
    const cookie = people[0]?.cookie ?? '';
    for (let round = 0; round < options.rounds + 2; round++) {
      await server.ask('forget', room);
      const began = performance.now();
      const answer = await fetch(`${world.url}/meetings/${room}/room`, { headers: { cookie } });
      const page = await answer.text();
      const took = performance.now() - began;
      if (!answer.ok || !page.includes(`Line ${events}:`)) throw new Error(`No room: ${answer.status}`);
      // The first two make the server warm.
      if (round < 2) continue;
      progress(`enter ${events} events ${took.toFixed(1)} ms`);
      figures.add(`enter.${events}_events.ms`, took, 'ms', events === 5_000 ? '<= 150' : '<= 100');
    }
  }
}
