import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { commandId, commandTo } from '#app/http/command.server.ts';
import { act, type Fault, intent, read } from '#app/http/door.server.ts';
import { text, uuid, wholeNumber } from '#app/http/fields.ts';
import { CircleRoomPage } from '#app/screens/between/circle-room-page.tsx';
import { listEveryoneOf } from '#db/membership.ts';
import { findReadMark } from '#db/read-mark.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { lookAtOlderThreads, lookAtThreadOf } from '#server/talk/look-into-threads.ts';
import { markRead } from '#server/talk/mark-read.ts';

export const meta: MetaFunction = () => [{ title: 'Between meetings · Rondo' }];

export const loader = read('circle-room.read', async ({ house, asker, circle, url }) => {
  const before = Number(url.searchParams.get('before') ?? 0);
  const wanted = url.searchParams.get('line');
  const line = uuid.safeParse(wanted).data;
  if (!Number.isSafeInteger(before) || before < 0) return refuse('bad-input', { field: 'before' });
  const entered = await enterRoom(house, asker.id, { room: circle.id, after: null });
  if (isRefusal(entered)) return entered;
  if (!('snapshot' in entered)) throw new Error('A room without a version is entered with a snapshot.');

  const { now, people, snapshot } = entered;
  const [everyone, mark, one, older] = await Promise.all([
    listEveryoneOf(house.db, circle.id),
    findReadMark(house.db, asker.id, circle.id),
    line ? lookAtThreadOf(house, circle.id, line) : null,
    before > 0 ? lookAtOlderThreads(house, circle.id, before) : null,
  ]);
  if (!mark) return refuse('not-found');
  return {
    start: { room: circle.id, me: asker.id, meeting: snapshot, people, now, seat: true },
    circle: { id: circle.id, name: circle.name },
    reader: { zone: asker.time_zone, now },
    mark,
    names: Object.fromEntries(everyone.map(({ id, name }) => [id, name])),
    // A line that is not there, or not any more, leads to the newest ones, and the page says so.
    isGone: wanted !== null && !one,
    read: one ? { kind: 'one' as const, ...one } : older ? { kind: 'older' as const, ...older } : null,
    form: { commandId: house.newId(), message: house.newId() },
  };
});

const line = commandId.extend({ message: uuid, text: text(MESSAGE_LIMIT), thread: uuid.optional() });

/** Writing without script: one line, then the room again, at that line. */
export const action = act(
  intent('circle-message.post', line, ({ form: { commandId, ...words }, circle, ...asked }) =>
    commandTo(circle.id, asked, {
      id: commandId,
      wanted: { kind: 'message.post', ...words },
      back: `/circles/${circle.id}/room#line-${words.message}`,
    }),
  ),
  intent('circle-room.mark-read', z.object({ version: wholeNumber(1, 999_999_999) }), async (asked) => {
    const { house, asker, circle, form } = asked;
    const marked = await markRead(house, asker.id, { room: circle.id, version: form.version });
    return isRefusal(marked) ? marked : redirect(`/circles/${circle.id}/room`, 303);
  }),
);

export default function CircleRoomRoute() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const fault = useActionData<Fault>()?.fault;
  const { text: typed, thread } = fault?.values ?? {};
  const said = fault?.form ?? fault?.fields.text;
  return <CircleRoomPage key={page.start.room} {...page} form={{ ...form, fault: said, typed, thread }} />;
}
