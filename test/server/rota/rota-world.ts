// What the tests of the rota look at: who has been announced, and what the logs were told.
import { listMeetings } from '#db/meeting.ts';
import { listAnnouncements } from '#db/rota.ts';
import type { House } from '#server/house.ts';

/** Who is announced for each meeting ahead, in the order of their dates; '-' for nobody. */
export async function leadsOf(house: House, circle: { id: string; members: string[] }): Promise<string> {
  const told = await listAnnouncements(house.db, circle.id);
  const rows = await listMeetings(house.db, circle.id);
  return rows
    .filter((row) => row.status === 'planned')
    .map((row) => letterOf(circle, told.find((each) => each.meeting_id === row.id)?.person_id ?? null))
    .join('');
}

/** 'A' for the first member, 'B' for the second. */
export function letterOf(circle: { members: string[] }, personId: string | null): string {
  return personId === null ? '-' : ('ABCDEFGHIJ'[circle.members.indexOf(personId)] ?? '?');
}

/** Where rows and logs of a circle's planned meetings disagree; empty when all is settled. */
export async function disagreements(house: House, circleId: string): Promise<string[]> {
  const told = await listAnnouncements(house.db, circleId);
  const rows = await listMeetings(house.db, circleId);
  const found: string[] = [];
  for (const row of rows) {
    house.rooms.forget(row.id);
    const state = await house.rooms.state(row.id);
    const lead = told.find((each) => each.meeting_id === row.id)?.person_id ?? null;
    if (state?.status !== row.status) found.push(`${row.local_date}: ${row.status}, log ${state?.status}`);
    if (row.status !== 'planned') continue;
    if (state?.startsAt !== row.starts_at.getTime()) found.push(`${row.local_date}: log starts otherwise`);
    if (state?.lengthMinutes !== row.length_minutes) found.push(`${row.local_date}: log lasts otherwise`);
    if (state?.lead.planned !== lead) found.push(`${row.local_date}: log has another lead`);
    if (lead && state?.lead.line.includes(lead)) found.push(`${row.local_date}: the lead stands in line too`);
  }
  return found;
}
