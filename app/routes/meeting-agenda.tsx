import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { itemKinds } from '#app/domain/meeting/agenda.ts';
import { DOTS_ON_ONE } from '#app/domain/meeting/decide-voting.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import type { AskedAt } from '#app/http/asked.ts';
import { command, commandId } from '#app/http/command.server.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, line, text, uuid, wholeNumber } from '#app/http/fields.ts';
import { AgendaPage } from '#app/screens/agenda/agenda-page.tsx';
import { stepIds } from '#app/screens/agenda/form-id.ts';
import { listEveryoneOf } from '#db/membership.ts';
import { leftToDo } from '#server/meetings/left-to-do.ts';
import { textLimits } from '#server/rooms/command-schema.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';

export const meta: MetaFunction = () => [{ title: 'Agenda · Rondo' }];

export const loader = read('agenda.read', async ({ house, asker, circle, meeting }) => {
  const entered = await enterRoom(house, asker.id, { room: meeting.id, after: null });
  if (isRefusal(entered) || !('snapshot' in entered)) return refuse('not-found');
  const [openActions, everyone] = await Promise.all([
    leftToDo(house, circle.id, meeting.id),
    listEveryoneOf(house.db, circle.id),
  ]);

  return {
    room: meeting.id,
    me: asker.id,
    meeting: entered.snapshot,
    people: entered.people,
    everyone,
    now: entered.now,
    zone: asker.time_zone,
    circle: { id: circle.id, name: circle.name, timeZone: circle.time_zone },
    openActions,
    seed: house.newId(),
  };
});

const ofItem = commandId.extend({ item: uuid });
const draft = ofItem.extend({
  title: line(textLimits.title, 'Please give it a title.'),
  itemKind: choice(itemKinds),
  minutes: wholeNumber(1, 120),
  bringer: z.union([z.literal('').transform(() => null), uuid]).default(null),
  help: text(textLimits.help),
});
const move = ofItem.extend({ after: z.union([z.literal('').transform(() => null), uuid]) });
const vote = ofItem.extend({ dots: wholeNumber(0, DOTS_ON_ONE) });
const format = commandId.extend({ format: line(60), items: uuid });

/** Back to the page; without script, to the item itself, as the page would begin at its top otherwise. */
function backTo({ request, meeting }: AskedAt<'agenda.read'>, item?: string): string {
  const isPage = request.headers.get('sec-fetch-dest') === 'document';
  return `/meetings/${meeting.id}/agenda${isPage && item ? `#item-${item}` : ''}`;
}

export const action = act(
  intent('item.propose', draft, ({ form: { commandId: id, ...item }, ...asked }) =>
    command(asked, id, { kind: 'item.propose', ...item }, backTo(asked, item.item)),
  ),
  intent('item.edit', draft, ({ form: { commandId: id, ...item }, ...asked }) =>
    command(asked, id, { kind: 'item.edit', ...item }, backTo(asked, item.item)),
  ),
  intent('item.withdraw', ofItem, ({ form, ...asked }) =>
    command(asked, form.commandId, { kind: 'item.withdraw', item: form.item }, backTo(asked)),
  ),
  intent('item.keep', ofItem, ({ form, ...asked }) =>
    command(asked, form.commandId, { kind: 'item.keep', item: form.item }, backTo(asked, form.item)),
  ),
  intent('item.move', move, ({ form: { commandId: id, ...to }, ...asked }) =>
    command(asked, id, { kind: 'item.move', ...to }, backTo(asked, to.item)),
  ),
  intent('vote.cast', vote, ({ form: { commandId: id, ...cast }, ...asked }) =>
    command(asked, id, { kind: 'vote.cast', ...cast }, backTo(asked, cast.item)),
  ),
  intent('voting.close', commandId, ({ form, ...asked }) =>
    command(asked, form.commandId, { kind: 'voting.close' }, backTo(asked)),
  ),
  intent('format.choose', format, ({ form, ...asked }) => {
    const items = stepIds(form.items);
    return command(
      asked,
      form.commandId,
      { kind: 'format.choose', format: form.format, items },
      backTo(asked),
    );
  }),
);

export default function MeetingAgendaRoute() {
  return <AgendaPage {...useLoaderData<typeof loader>()} />;
}
