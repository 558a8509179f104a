import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isRefusal } from '#app/domain/refusal.ts';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';
import { command, commandId } from '#app/http/command.server.ts';
import { act, type Fault, intent, read } from '#app/http/door.server.ts';
import { text, uuid } from '#app/http/fields.ts';
import { RoomPage } from '#app/screens/room/room-page.tsx';
import { findMeetingRoomFor } from '#db/meeting-room.ts';
import { lookIntoRoom } from '#server/rooms/look-into-room.ts';

export const handle = { signedIn: 'fill' };

export const meta: MetaFunction = () => [{ title: 'Meeting room · Rondo' }];

export const loader = read(
  'room.read',
  async ({ house, asker, ...found }) => {
    const { circle, meeting } = found;
    const looked = await lookIntoRoom(house, found);
    if (isRefusal(looked)) return looked;

    const { people, now, snapshot, ...page } = looked;
    return {
      ...page,
      start: { room: meeting.id, me: asker.id, meeting: snapshot, people, now, seat: true },
      circle: { id: circle.id, name: circle.name },
      zone: asker.time_zone,
      form: { commandId: house.newId(), message: house.newId() },
    };
  },
  findMeetingRoomFor,
);

const line = commandId.extend({
  message: uuid,
  text: text(MESSAGE_LIMIT),
});

/** The composer without script: one line, then the room again. */
export const action = act(
  intent('message.post', line, ({ form: { commandId, ...words }, ...asked }) =>
    command(asked, commandId, { kind: 'message.post', ...words }, `/meetings/${asked.meeting.id}/room`),
  ),
);

export default function MeetingRoomRoute() {
  const { form, ...page } = useLoaderData<typeof loader>();
  const fault = useActionData<Fault>()?.fault;
  const typed = fault?.values.text;
  return (
    <RoomPage
      key={page.start.room}
      {...page}
      form={{ ...form, fault: fault?.form ?? fault?.fields.text, typed }}
    />
  );
}
