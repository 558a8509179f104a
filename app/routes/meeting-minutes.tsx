import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { command, commandId } from '#app/http/command.server.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, uuid } from '#app/http/fields.ts';
import { MinutesPage } from '#app/screens/minutes/minutes-page.tsx';
import { findNextMeeting, findNextMeetingAfter } from '#db/meetings-ahead.ts';
import { findNoteCarry } from '#db/note.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { carryNotes } from '#server/notes/carry-notes.ts';

export const meta: MetaFunction = () => [{ title: 'Minutes · Rondo' }];

export const loader = read('minutes.read', async ({ house, asker, circle, meeting }) => {
  const found = await readMinutes(house, meeting.id, circle.id, asker.id);
  if (!found) return refuse('not-found');
  const now = house.now();
  const at = new Date(now);
  const isOver = meeting.status === 'closed' || meeting.status === 'skipped';
  // The circle's next meeting may be this very one, or one before it.
  const next = isOver
    ? await findNextMeeting(house.db, circle.id, at)
    : await findNextMeetingAfter(house.db, meeting, at);

  return {
    ...found,
    meetingId: meeting.id,
    circle: { id: circle.id, name: circle.name, timeZone: circle.time_zone },
    reader: { zone: asker.time_zone, now },
    readerId: asker.id,
    next: next ? { id: next.id, startsAt: next.starts_at.getTime(), leader: next.facilitator_name } : null,
    carriedTo: await findNoteCarry(house.db, meeting.id),
    commandId: house.newId(),
  };
});

/** Action items are ticked off here and on Today; each goes back to where it was done. */
const ticked = commandId.extend({ action: uuid, from: choice(['minutes', 'today']) });

function back(meetingId: string, from: 'minutes' | 'today'): string {
  return from === 'today' ? '/today' : `/meetings/${meetingId}/minutes`;
}

export const action = act(
  intent('action.complete', ticked, ({ form: { commandId, action, from }, ...asked }) =>
    command(asked, commandId, { kind: 'action.complete', action }, back(asked.meeting.id, from)),
  ),
  intent('action.reopen', ticked, ({ form: { commandId, action, from }, ...asked }) =>
    command(asked, commandId, { kind: 'action.reopen', action }, back(asked.meeting.id, from)),
  ),
  intent('notes.carry', z.object({}), async ({ house, asker, meeting }) => {
    const carried = await carryNotes(house, asker.id, meeting.id);
    return isRefusal(carried) ? carried : redirect(back(meeting.id, 'minutes'));
  }),
);

export default function MeetingMinutesRoute() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
