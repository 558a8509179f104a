import { Form } from '@remix-run/react';
import CheckCheck from 'lucide-react/icons/check-check';
import { type Reader, sayDay } from '#app/domain/calendar/say-time.ts';
import type { News } from '#app/domain/today/today.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** What happened since the reader last said that they had seen it. */
export function NewsList({ news, reader }: { news: News[]; reader: Reader }) {
  if (news.length === 0) return null;
  return (
    <Card title="New since you were here" level={2}>
      <ul className="flex flex-col divide-y divide-line">
        {news.map((one) => (
          <li key={keyOf(one)} className="py-3">
            <Sentence one={one} reader={reader} />
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="today.catch-up" />
        <input type="hidden" name="until" value={reader.now} />
        <Button size="small" icon={CheckCheck}>
          I have seen this
        </Button>
      </Form>
    </Card>
  );
}

function Sentence({ one, reader }: { one: News; reader: Reader }) {
  if (one.kind === 'minutes') {
    return (
      <>
        <TextLink to={`/meetings/${one.meeting}/minutes`}>Minutes of {sayDay(one.startsAt, reader)}</TextLink>{' '}
        in {one.circle}
      </>
    );
  }
  if (one.kind === 'newcomer') {
    return (
      <>
        <TextLink to={`/circles/${one.circleId}/members/${one.person.id}`}>{one.person.name}</TextLink> joined{' '}
        {one.circle}
      </>
    );
  }
  const { meeting, count } = one;
  return (
    <>
      <TextLink to={`/meetings/${meeting.id}/agenda`}>
        {count === 1 ? 'A new item' : `${count} new items`}
      </TextLink>{' '}
      on the agenda of {meeting.circle.name}
    </>
  );
}

function keyOf(one: News): string {
  if (one.kind === 'newcomer') return one.circleId + one.person.id;
  return one.kind === 'minutes' ? one.meeting : `items-${one.meeting.id}`;
}
