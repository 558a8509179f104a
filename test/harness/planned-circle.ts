// A circle whose season is planned, with one of its members at a browser; and what one types to plan one.
import { aCircle, signedIn } from './circles.ts';
import { aSeason } from './meetings.ts';
import type { TestServer } from './running-house.ts';

/** What one types for four meetings, one a week. */
export const weekly = {
  firstDate: '2027-03-09',
  localTime: '17:00',
  timeZone: 'Europe/Berlin',
  lengthMinutes: '60',
  everyWeeks: '1',
  count: '4',
};

/** So many members and meetings; `member` is the browser of whoever founded it. */
export async function aPlannedCircle(server: TestServer, members = 4, meetings = 4) {
  const { circleId, people } = await aCircle(server.house, { members });
  const season = await aSeason(server.house, { id: circleId, timeZone: 'Europe/Berlin' }, { meetings });
  return { circleId, people, meetings: season.meetings, member: await signedIn(server, people[0] ?? '') };
}
