// A server for one test that nobody is told to slow down by, and lines of those who sit in a room; closed with the test.
import { onTestFinished } from 'vitest';
import { type Line, openLine } from './line.ts';
import { type LiveServer, type LiveServerOptions, startLiveServer } from './live-server.ts';
import type { MeetingRoom } from './meeting-room.ts';
import { unlimited } from './unlimited.ts';

export async function startBusyServer(
  limits: Pick<LiveServerOptions, 'drain' | 'hearing'> = {},
): Promise<LiveServer> {
  const server = await startLiveServer({ figures: unlimited, ...limits });
  onTestFinished(() => server.close());
  return server;
}

/** The line of whoever has this seat; they have entered the room. */
export async function lineOfSeat(server: LiveServer, room: MeetingRoom, seat: number): Promise<Line> {
  const { cookie } = await server.signIn(room.members[seat] ?? '');
  const line = await openLine(server.origin, { cookie });
  onTestFinished(() => line.close());
  await line.enter(room.meeting);
  return line;
}
