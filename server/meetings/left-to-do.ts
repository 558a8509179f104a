import { listOpenActionItems } from '#db/action-item.ts';
import type { House } from '../house.ts';

/** An action item of an earlier meeting. `due` is YYYY-MM-DD. */
export type LeftToDo = { id: string; text: string; due: string | null; owner: string; meetingId: string };

/** What a circle's other meetings left to do: a meeting begins with it. */
export async function leftToDo(house: House, circle: string, meeting: string): Promise<LeftToDo[]> {
  const open = await listOpenActionItems(house.db, circle);
  return open
    .filter((action) => action.meeting_id !== meeting)
    .map(({ id, text, due_on, owner_id, meeting_id }) => ({
      ...{ id, text, due: due_on, owner: owner_id, meetingId: meeting_id },
    }));
}
