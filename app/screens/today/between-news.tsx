import { sayUnread } from '#app/domain/talk/read-mark.ts';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { useUnread } from '../unread/unread-counts.ts';
import { useUnreadEar } from '../unread/use-unread-ear.ts';

/** What was said between meetings and is new to the reader; nothing when nothing is. */
export function BetweenNews({ circles }: { circles: { id: string; name: string }[] }) {
  const unread = useUnread();
  useUnreadEar();
  const news = circles.filter(({ id }) => unread.of(id) > 0);
  if (news.length === 0) return null;
  return (
    <Card title="Between meetings" level={2}>
      <ul className="flex flex-col divide-y divide-line">
        {news.map(({ id, name }) => (
          <li key={id} className="py-3">
            <TextLink to={`/circles/${id}/room`}>
              {unread.of(id) === 1 ? '1 new line' : `${sayUnread(unread.of(id))} new lines`}
            </TextLink>{' '}
            in {name}
          </li>
        ))}
      </ul>
    </Card>
  );
}
