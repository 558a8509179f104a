import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { timeZonesWith } from '#app/domain/people/time-zone.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { cadences, longestMeeting, mostMeetings, shortestMeeting } from '#app/domain/season/run.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, localDate, localTime, timeZone, uuid, wholeNumber } from '#app/http/fields.ts';
import { type Done, PlanPage } from '#app/screens/season/plan-page.tsx';
import { standingIn } from '#server/circles/standing.ts';
import { addMeeting } from '#server/meetings/add-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { restoreMeeting } from '#server/meetings/restore-meeting.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { rotaForCircle } from '#server/rota/rota-for-circle.ts';
import { nextRun } from '#server/seasons/next-run.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { previewSeason } from '#server/seasons/preview-season.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Meetings · Rondo' }];

const done: readonly Done[] = ['planned', 'moved', 'skipped', 'restored', 'added'];

export const loader = read('season.read', async ({ house, asker, circle, url }) => {
  const now = house.now();
  const standing = await standingIn(house.db, circle.id, asker.id, new Date(now));
  const { meetings } = await rotaForCircle(house, circle, asker);
  const { season, run } = await nextRun(house, circle);

  return {
    circle: { id: circle.id, name: circle.name },
    reader: { zone: asker.time_zone, now },
    mayPlan: mayDo(rulesOf(circle), 'plan', standing),
    meetings,
    season,
    run,
    timeZones: timeZonesWith(run.timeZone),
    fresh: { seasonId: house.newId(), meetingId: house.newId() },
    done: done.find((each) => each === url.searchParams.get('done')) ?? null,
  };
});

const lengthMinutes = wholeNumber(shortestMeeting, longestMeeting);
const runForm = z.object({
  firstDate: localDate,
  localTime,
  timeZone,
  lengthMinutes,
  everyWeeks: choice(cadences).transform(Number),
  count: wholeNumber(1, mostMeetings),
});
const oneMeeting = z.object({ meetingId: uuid });
const oneTime = z.object({ localDate, localTime, lengthMinutes });

export const action = act(
  intent('season.preview', runForm, async ({ house, asker, circle, form }) => {
    const shown = await previewSeason(house, asker.id, { circleId: circle.id, ...form });
    if (isRefusal(shown)) return shown;
    const { firstDate, localTime, timeZone, ...figures } = form;
    const run = { firstDate, localTime, timeZone, ...textsOf(figures) };
    return { preview: { ...shown, run } };
  }),
  intent('season.plan', runForm.extend({ id: uuid }), async ({ house, asker, circle, form }) => {
    const planned = await planSeason(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(planned) ? planned : back(circle.id, 'planned');
  }),
  intent('meeting.move', oneMeeting.extend(oneTime.shape), async ({ house, asker, circle, form }) => {
    const moved = await moveMeeting(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(moved) ? moved : back(circle.id, 'moved');
  }),
  intent('meeting.skip', oneMeeting, async ({ house, asker, circle, form }) => {
    const skipped = await skipMeeting(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(skipped) ? skipped : back(circle.id, 'skipped');
  }),
  intent('meeting.restore', oneMeeting, async ({ house, asker, circle, form }) => {
    const restored = await restoreMeeting(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(restored) ? restored : back(circle.id, 'restored');
  }),
  intent('meeting.add', oneTime.extend({ id: uuid }), async ({ house, asker, circle, form }) => {
    const added = await addMeeting(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(added) ? added : back(circle.id, 'added');
  }),
);

function textsOf<Key extends string>(figures: Record<Key, number>): Record<Key, string> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)])) as Record<
    Key,
    string
  >;
}

function back(circleId: string, done: Done): Response {
  return redirect(`/circles/${circleId}/plan?${new URLSearchParams({ done })}`, 303);
}

export default function CirclePlanRoute() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
