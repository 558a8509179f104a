import { Form } from '@remix-run/react';
import { useMemo } from 'react';
import { sayMoment } from '#app/domain/calendar/say-time.ts';
import { isNew, sayUnread } from '#app/domain/talk/read-mark.ts';
import { threadsOf } from '#app/domain/talk/threads.ts';
import { Button } from '#app/ui/button.tsx';
import { useCircleRoom } from './circle-room-context.ts';

/** How much was new when the reader came, and since when. Looking at it marks it as read; without script a button does. */
export function NewSince() {
  const { state, mark, reader } = useCircleRoom();
  const { meeting, me } = state;
  const news = useMemo(() => meeting.messages.filter((line) => isNew(line, mark, me)), [meeting, mark, me]);
  if (news.length === 0) return null;
  const [lines, threads] = [news.length, threadsOf(news).length];
  const since = mark.at === null ? '' : ` since ${sayMoment(mark.at, reader)}`;

  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-accent-soft px-3 py-2 text-sm">
      <p>
        <strong>{lines === 1 ? '1 new line' : `${sayUnread(lines)} new lines`}</strong>
        {threads > 1 ? ` in ${threads} conversations` : ''}
        {since}
      </p>
      <noscript>
        <Form method="post">
          <input type="hidden" name="intent" value="circle-room.mark-read" />
          <input type="hidden" name="version" value={meeting.version} />
          <Button size="small">I have read this</Button>
        </Form>
      </noscript>
    </div>
  );
}
