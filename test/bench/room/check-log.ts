import type { Contestant } from './contestants.ts';
import type { LogCount } from './count-lines.ts';
import { addFaults, type Faults } from './load-line.ts';
import type { Outcome } from './talk-load.ts';

/**
 * Holds what was acknowledged and heard against the log itself: every acknowledged message is in it exactly once, and
 * every reader has come to its end.
 */
export async function checkLog({ server }: Contestant, outcome: Outcome): Promise<Faults> {
  const logs = await server.ask<LogCount[]>(
    'lines',
    outcome.rooms.map(({ room }) => room),
  );
  const byRoom = new Map(logs.map((log) => [log.room, log]));
  return outcome.rooms.reduce((faults, { room, acknowledged, versions, newest }) => {
    const log = byRoom.get(room);
    const unwritten = Math.max(0, acknowledged - (log?.messages ?? 0));
    const twice = Math.max(0, (log?.messages ?? 0) - acknowledged);
    const elsewhere = unwritten === 0 && twice === 0 && versions !== log?.versions ? 1 : 0;
    const unheard = newest.reduce((sum, version) => sum + Math.max(0, (log?.newest ?? 0) - version), 0);
    return addFaults(faults, { lost: unwritten + unheard, disordered: elsewhere, doubled: twice });
  }, outcome.faults);
}
