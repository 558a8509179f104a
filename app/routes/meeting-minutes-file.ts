import { sayMoment } from '#app/domain/calendar/say-time.ts';
import { minutesMarkdown } from '#app/domain/meeting/minutes-markdown.ts';
import { refuse } from '#app/domain/refusal.ts';
import { read } from '#app/http/door.server.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';

/** The minutes as a Markdown file, in the reader's own zone. */
export const loader = read('minutes.download', async ({ house, asker, circle, meeting }) => {
  const found = await readMinutes(house, meeting.id, circle.id, asker.id);
  if (!found) return refuse('not-found');
  const reader = { zone: asker.time_zone, now: house.now() };
  const words = {
    nameOf: (person: string) => found.names[person] ?? 'A former member',
    circleName: circle.name,
    formatInstant: (at: number) => sayMoment(at, reader),
  };
  const text = minutesMarkdown(found.minutes, words, found.notes ?? []);
  const headers = {
    'Content-Type': 'text/markdown; charset=utf-8',
    'Content-Disposition': `attachment; filename="minutes-${meeting.local_date}.md"`,
  };
  return new Response(text, { headers });
});
