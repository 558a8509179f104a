import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { longestTopic } from '#app/domain/people/offers-and-asks.ts';
import { formalities, plannings } from '#app/domain/people/style.ts';
import { timeZonesWith } from '#app/domain/people/time-zone.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { line, optionalChoice, optionalLine, text, timeZone, uuid, wholeNumber } from '#app/http/fields.ts';
import { Me } from '#app/screens/people/me.tsx';
import { listAsks } from '#db/ask.ts';
import { listOffers, listTopics } from '#db/offer.ts';
import { findProfile } from '#db/person.ts';
import { editProfile } from '#server/people/edit-profile.ts';
import { putAsk } from '#server/people/put-ask.ts';
import { putOffer } from '#server/people/put-offer.ts';
import { removeAsk } from '#server/people/remove-ask.ts';
import { removeOffer } from '#server/people/remove-offer.ts';

export const meta: MetaFunction = () => [{ title: 'Me · Rondo' }];

export const loader = read('me.read', async ({ house, asker, url }) => {
  const { db } = house;
  const found = await findProfile(db, asker.id);
  if (!found) return refuse('not-found');
  const { time_zone, ...profile } = found;
  const mine = [asker.id];
  const [offers, asks, topics] = await Promise.all([
    listOffers(db, mine),
    listAsks(db, mine),
    listTopics(db, asker.id),
  ]);
  const zones = timeZonesWith(time_zone);
  const page = { profile: { ...profile, timeZone: time_zone }, offers, asks, topics, timeZones: zones };
  return { ...page, newId: house.newId(), saved: url.searchParams.get('saved') };
});

const topic = line(longestTopic, 'Please name a topic.');
const profileSchema = z.object({
  name: line(80, 'Please tell us your name.'),
  role: optionalLine(80),
  industry: optionalLine(80),
  timeZone,
  formality: optionalChoice(formalities),
  planning: optionalChoice(plannings),
  about: text(2000),
});
const offerSchema = z.object({ id: uuid, topic, level: wholeNumber(1, 4) });
const askSchema = z.object({
  id: uuid,
  topic,
  priority: wholeNumber(1, 3),
  leastLevel: wholeNumber(1, 4),
});
const removal = z.object({ id: uuid });

function saved(door: string, part: string) {
  return redirect(`/me?saved=${door}#${part}`, 303);
}

export const action = act(
  intent('profile.edit', profileSchema, async ({ house, asker, form: { timeZone, ...profile } }) => {
    await editProfile(house, asker.id, { ...profile, time_zone: timeZone });
    return saved('profile.edit', 'profile');
  }),
  intent('offer.put', offerSchema, async ({ house, asker, form }) => {
    const put = await putOffer(house, asker.id, form);
    return isRefusal(put) ? put : saved('offer.put', 'offers');
  }),
  intent('offer.remove', removal, async ({ house, asker, form }) => {
    await removeOffer(house, asker.id, form.id);
    return saved('offer.remove', 'offers');
  }),
  intent('ask.put', askSchema, async ({ house, asker, form: { leastLevel, ...ask } }) => {
    const put = await putAsk(house, asker.id, { ...ask, least_level: leastLevel });
    return isRefusal(put) ? put : saved('ask.put', 'asks');
  }),
  intent('ask.remove', removal, async ({ house, asker, form }) => {
    await removeAsk(house, asker.id, form.id);
    return saved('ask.remove', 'asks');
  }),
);

export default function MeRoute() {
  return <Me {...useLoaderData<typeof loader>()} />;
}
