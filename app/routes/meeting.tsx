import { redirect } from '@remix-run/node';
import { isRoomOpen } from '#app/domain/meeting/state.ts';
import { read } from '#app/http/door.server.ts';

/** A meeting has three places; this leads to the one that matters now. */
export const loader = read('meeting.read', async ({ house, meeting }) => {
  const { id, status, starts_at } = meeting;
  if (status === 'closed') throw redirect(`/meetings/${id}/minutes`);
  const state = { status: status === 'live' ? 'live' : 'planned', startsAt: starts_at.getTime() } as const;
  const isOpen = status !== 'skipped' && isRoomOpen(state, house.now());
  throw redirect(`/meetings/${id}/${isOpen ? 'room' : 'agenda'}`);
});

/** Never shown: it makes this a page, so that whoever may not see the meeting gets the page that says so. */
export default function MeetingRoute() {
  return null;
}
