import { read } from '#app/http/door.server.ts';
import type { UnreadByCircle } from '#app/screens/unread/unread-counts.ts';
import { listCirclesWithUnread } from '#db/read-mark.ts';

/** How much is new to the reader in each of their circles' rooms, for pages that stay open. */
export const loader = read('unread.read', async ({ house, asker }) => {
  const circles = await listCirclesWithUnread(house.db, asker.id);
  return Response.json(
    Object.fromEntries(circles.map(({ id, unread }) => [id, unread])) satisfies UnreadByCircle,
  );
});
