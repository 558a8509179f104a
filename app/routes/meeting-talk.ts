import { refuse } from '#app/domain/refusal.ts';
import { read } from '#app/http/door.server.ts';
import type { OlderTalk } from '#app/screens/room/use-older-talk.ts';
import { readOlderTalk } from '#db/talk.ts';

/** How many lines one page brings. */
const PAGE = 100;

/** Lines that are older than what a room holds, for those who scroll up: `?before=` the version of the oldest known. */
export const loader = read('talk.read', async ({ house, meeting, url }) => {
  const before = Number(url.searchParams.get('before'));
  if (!Number.isSafeInteger(before) || before < 1) return refuse('bad-input', { field: 'before' });

  const lines = await readOlderTalk(house.db, meeting.id, before, PAGE + 1);
  return Response.json({ lines: lines.slice(-PAGE), isMore: lines.length > PAGE } satisfies OlderTalk);
});
