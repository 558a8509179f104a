import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { commandId, commandTo } from '#app/http/command.server.ts';
import { act, type Fault, intent, read } from '#app/http/door.server.ts';
import { text, uuid } from '#app/http/fields.ts';
import { CircleRoomPage } from '#app/screens/between/circle-room-page.tsx';
import { listEveryoneOf } from '#db/membership.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { lookAtOlderThreads, lookAtThreadOf } from '#server/talk/look-into-threads.ts';

export const meta: MetaFunction = () => [{ title: 'Between meetings · Rondo' }];

export const loader = read('circle-room.read', async ({ house, asker, circle, url }) => {
  const before = Number(url.searchParams.get('before') ?? 0);
  const line = uuid.safeParse(url.searchParams.get('line')).data;
  if (!Number.isSafeInteger(before) || before < 0) return refuse('bad-input', { field: 'before' });
  const entered = await enterRoom(house, asker.id, { room: circle.id, after: null });
  if (isRefusal(entered)) return entered;
  if (!('snapshot' in entered)) throw new Error('A room without a version is entered with a snapshot.');

  const { now, people, snapshot } = entered;
  const [everyone, one, older] = await Promise.all([
    listEveryoneOf(house.db, circle.id),
    line ? lookAtThreadOf(house, circle.id, line) : null,
    before > 0 ? lookAtOlderThreads(house, circle.id, before) : null,
  ]);
  return {
    start: { room: circle.id, me: asker.id, meeting: snapshot, people, now, seat: true },
    circle: { id: circle.id, name: circle.name },
    reader: { zone: asker.time_zone, now },
    names: Object.fromEntries(everyone.map(({ id, name }) => [id, name])),
    // A line that is not there, or not any more, leads to the newest ones.
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
);

export default function CircleRoomRoute() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const fault = useActionData<Fault>()?.fault;
  const { text: typed, thread } = fault?.values ?? {};
  const said = fault?.form ?? fault?.fields.text;
  return <CircleRoomPage key={page.start.room} {...page} form={{ ...form, fault: said, typed, thread }} />;
}
