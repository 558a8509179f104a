import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { listMeetings } from '#db/meeting.ts';
import { foundCircle } from '../circles/found-circle.ts';
import { makeGroup } from '../groups/make-group.ts';
import type { House } from '../house.ts';
import { makeInvitation } from '../invitations/make-invitation.ts';
import { redeemInvitation } from '../invitations/redeem-invitation.ts';
import { editProfile } from '../people/edit-profile.ts';
import { putAsk } from '../people/put-ask.ts';
import { putOffer } from '../people/put-offer.ts';
import { setUp } from '../people/set-up.ts';
import { signUp } from '../people/sign-up.ts';
import { planSeason } from '../seasons/plan-season.ts';
import { localTimeAt } from '../seasons/resolve-instant.ts';
import { cast, circles, emailOf, type Player, password } from './cast.ts';
import { holdMeeting } from './hold-meeting.ts';

/** A house whose clock can be set: a past is told in the order in which it happened. */
export type PastHouse = { house: House; setClock: (at: number) => void };

/** A circle of the demonstration; `members` in the order of their seats. */
export type FilledCircle = { id: string; name: string; members: string[] };

const day = 86_400_000;
const quarter = 15 * 60_000;
const zone = 'Europe/Berlin';

/** What a use case granted; a refusal means that the demonstration itself is wrong. */
export function granted<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.message}`);
  return answer;
}

/**
 * Fills an empty installation by the use cases alone: a group, 24 people, three circles, a season each with two held
 * meetings. The first circle's third meeting began at the last quarter of an hour before `now`.
 */
export async function fill({ house, setClock }: PastHouse, now: number): Promise<FilledCircle[]> {
  const lastQuarter = Math.floor(now / quarter) * quarter;
  setClock(now - 40 * day);
  const people: string[] = [];
  for (const player of cast) people.push(await join(house, player, people.length === 0));
  const organizer = people[0] as string;
  const group = house.newId();
  granted(await makeGroup(house, organizer, { id: group, name: 'Riverside project managers' }));

  const filled: FilledCircle[] = [];
  const size = cast.length / circles.length;
  for (const [index, { name, purpose }] of circles.entries()) {
    const id = house.newId();
    granted(
      await foundCircle(house, organizer, {
        id,
        name,
        purpose,
        sizeLimit: 9,
        timeZone: zone,
        groupId: group,
      }),
    );
    const invited = people.slice(index * size, (index + 1) * size).filter((person) => person !== organizer);
    await invite(house, organizer, id, invited);
    filled.push({ id, name, members: [organizer, ...invited] });
    await plan(house, organizer, id, lastQuarter - 28 * day + index * 2 * day);
  }
  for (const circle of filled) await holdTwo({ house, setClock }, circle);
  return filled;
}

async function join(house: House, player: Player, isFirst: boolean): Promise<string> {
  const { name, role, industry, timeZone, about, offer, ask } = player;
  const account = {
    id: house.newId(),
    name,
    email: emailOf(name),
    password,
    timeZone,
    device: 'Demo',
    address: 'demo',
  };
  const { personId } = granted(await (isFirst ? setUp(house, account) : signUp(house, account)));
  await editProfile(house, personId, {
    ...{ name, role, industry, about, time_zone: timeZone },
    ...{ formality: 'informal', planning: 'planned' },
  });
  granted(await putOffer(house, personId, { id: house.newId(), ...offer }));
  granted(await putAsk(house, personId, { id: house.newId(), ...ask, least_level: 2 }));
  return personId;
}

async function invite(house: House, founder: string, circleId: string, people: string[]): Promise<void> {
  const token = house.newToken();
  granted(
    await makeInvitation(house, founder, {
      id: house.newId(),
      token,
      circleId,
      days: 14,
      mostUses: people.length,
    }),
  );
  for (const person of people) granted(await redeemInvitation(house, person, token));
}

async function plan(house: House, planner: string, circleId: string, firstAt: number): Promise<void> {
  const { localDate, localTime } = localTimeAt(firstAt, zone);
  const run = { firstDate: localDate, localTime, timeZone: zone, everyWeeks: 2, lengthMinutes: 60, count: 8 };
  granted(await planSeason(house, planner, { id: house.newId(), circleId, ...run }));
}

async function holdTwo(past: PastHouse, circle: FilledCircle): Promise<void> {
  const meetings = await listMeetings(past.house.db, circle.id);
  for (const [number, meeting] of meetings.slice(0, 2).entries()) {
    await holdMeeting(past, circle, { id: meeting.id, startsAt: meeting.starts_at.getTime(), number });
  }
}
