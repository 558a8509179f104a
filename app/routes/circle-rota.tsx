import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { uuid } from '#app/http/fields.ts';
import { RotaPage } from '#app/screens/rota/rota-page.tsx';
import { declareAbsence } from '#server/rota/declare-absence.ts';
import { previewAbsence } from '#server/rota/preview-absence.ts';
import { rotaForCircle } from '#server/rota/rota-for-circle.ts';
import { withdrawAbsence } from '#server/rota/withdraw-absence.ts';

export const meta: MetaFunction = () => [{ title: 'Rota · Rondo' }];

export const loader = read('rota.read', async ({ house, asker, circle, url }) => {
  const said = url.searchParams.get('said');
  const away = uuid.safeParse(url.searchParams.get('away'));
  const wish = { circleId: circle.id, meetingId: away.data ?? '' };
  const preview = away.success ? await previewAbsence(house, asker, wish) : null;

  return {
    ...(await rotaForCircle(house, circle, asker, { withLines: true })),
    circle: { id: circle.id, name: circle.name },
    reader: { zone: asker.time_zone, now: house.now() },
    absence: preview && !isRefusal(preview) ? preview : null,
    said: said === 'away' || said === 'back' ? said : null,
  } as const;
});

const declaration = z.object({ meetingId: uuid, seen: z.string().max(64).default('') });

export const action = act(
  intent('absence.declare', declaration, async ({ house, asker, circle, form }) => {
    const declared = await declareAbsence(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(declared) ? declared : redirect(`/circles/${circle.id}/rota?said=away`, 303);
  }),
  intent('absence.withdraw', z.object({ meetingId: uuid }), async ({ house, asker, circle, form }) => {
    const withdrawn = await withdrawAbsence(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(withdrawn) ? withdrawn : redirect(`/circles/${circle.id}/rota?said=back`, 303);
  }),
);

export default function CircleRotaRoute() {
  return <RotaPage {...useLoaderData<typeof loader>()} />;
}
