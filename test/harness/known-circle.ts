// A circle about which everything is known: who belongs, who looks after it from outside, what was said. Every word of it
// carries one mark, so that any byte of it that reaches somebody else can be found.
import { randomBytes } from 'node:crypto';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { deleteGroupOrganizer, insertGroupOrganizer } from '#db/group.ts';
import { changeRules } from '#server/circles/change-rules.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { makeGroup } from '#server/groups/make-group.ts';
import type { House } from '#server/house.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { putAsk } from '#server/people/put-ask.ts';
import { putOffer } from '#server/people/put-offer.ts';
import { declareAbsence } from '#server/rota/declare-absence.ts';
import { aLink, granted } from './circles.ts';
import { ask } from './meeting-room.ts';
import { aSeason } from './meetings.ts';
import { aPerson, type TestPerson } from './people.ts';

/** Everybody who has to do with it; `third` is one more member, the deputies are further organizers. */
export type KnownPeople = Record<
  | 'stranger'
  | 'member'
  | 'facilitator'
  | 'third'
  | 'former'
  | 'organizer'
  | 'organizerDeputy'
  | 'groupOrganizer'
  | 'groupDeputy',
  TestPerson
>;

export type KnownCircle = {
  /** In every word of this circle, and in nobody's words outside it. */
  mark: string;
  circleId: string;
  groupId: string;
  seasonId: string;
  invitation: { id: string; token: string };
  people: KnownPeople;
  /** `now` is planned and its room is open; the member said they are away at `away`. */
  meetings: Record<'now' | 'next' | 'away' | 'other' | 'skipped', string>;
  /** In the room that is open. Nobody brings the topics; all that is called `third…` is the third member's. */
  room: Record<
    | 'topic'
    | 'otherTopic'
    | 'thirdItem'
    | 'thirdTwice'
    | 'message'
    | 'thirdDecision'
    | 'thirdAction'
    | 'thirdDone',
    string
  >;
  /** The member's own. */
  offer: string;
  ask: string;
};

const tenMinutes = 10 * 60_000;

/** Makes one. By its rules only the facilitator of the next meeting may invite, plan and remove. */
export async function aKnownCircle(house: House): Promise<KnownCircle> {
  const mark = `zq${randomBytes(5).toString('hex')}`;
  const outside = await peopleOutside(house);
  const inside = await Promise.all([
    aMember(house, mark, 1),
    aMember(house, mark, 2),
    aMember(house, mark, 3),
  ]);
  const circle = await aMarkedCircle(house, mark, inside, outside);

  const { seasonId, meetings } = await aSeason(
    house,
    { id: circle.circleId, timeZone: 'UTC' },
    { meetings: 5, firstInMs: tenMinutes },
  );
  const [now = '', next = '', away = '', other = '', skipped = ''] = meetings.map((meeting) => meeting.id);
  const lead = (await house.rooms.state(now))?.lead.holder;
  const [facilitator, member, third] = inside.toSorted(
    (a, b) => Number(b.id === lead) - Number(a.id === lead),
  );
  if (!facilitator || !member || !third) throw new RangeError('Three people were made.');
  const people = { ...outside, facilitator, member, third };

  const { circleId } = circle;
  granted(await skipMeeting(house, member.id, { circleId, meetingId: skipped }));
  granted(await declareAbsence(house, member.id, { circleId, meetingId: away }));
  const rules = { invite: 'facilitator', plan: 'facilitator', remove: 'facilitator' } as const;
  granted(await changeRules(house, facilitator.id, { circleId, rules }));
  const room = await whatWasSaid(house, now, mark, people);
  const own = await ownThings(house, mark, member.id);
  return { mark, ...circle, seasonId, people, meetings: { now, next, away, other, skipped }, room, ...own };
}

async function peopleOutside(house: House): Promise<Omit<KnownPeople, 'member' | 'facilitator' | 'third'>> {
  return {
    stranger: await aPerson(house),
    former: await aPerson(house),
    organizer: await aPerson(house, { isOrganizer: true }),
    organizerDeputy: await aPerson(house, { isOrganizer: true }),
    groupOrganizer: await aPerson(house),
    groupDeputy: await aPerson(house),
  };
}

async function aMember(house: House, mark: string, count: number): Promise<TestPerson> {
  return aPerson(house, { name: `${mark}name${count}`, email: `${mark}mail${count}@rondo.example` });
}

type Outside = Awaited<ReturnType<typeof peopleOutside>>;

/** The circle in a group that others look after, and a link that somebody used who was removed since. */
async function aMarkedCircle(
  house: House,
  mark: string,
  [founder, ...others]: [TestPerson, ...TestPerson[]],
  { former, groupOrganizer, groupDeputy }: Outside,
) {
  const [groupId, circleId, at] = [house.newId(), house.newId(), new Date(house.now())];
  granted(await makeGroup(house, founder.id, { id: groupId, name: `${mark}group` }));
  const named = { name: `${mark}circle`, purpose: `${mark}purpose` };
  const circle = { id: circleId, groupId, ...named, sizeLimit: 10, timeZone: 'UTC' };
  granted(await foundCircle(house, founder.id, circle));
  const invitation = await aLink(house, founder.id, circleId);
  for (const person of [...others, former])
    granted(await redeemInvitation(house, person.id, invitation.token));
  granted(await removeMember(house, founder.id, { circleId, personId: former.id }));

  await insertGroupOrganizer(house.db, groupId, groupOrganizer.id, at);
  await insertGroupOrganizer(house.db, groupId, groupDeputy.id, at);
  await deleteGroupOrganizer(house.db, groupId, founder.id);
  return { groupId, circleId, invitation };
}

async function whatWasSaid(
  house: House,
  meeting: string,
  mark: string,
  { member, third }: Pick<KnownPeople, 'member' | 'third'>,
): Promise<KnownCircle['room']> {
  const ids = {
    topic: house.newId(),
    otherTopic: house.newId(),
    thirdItem: house.newId(),
    thirdTwice: house.newId(),
    message: house.newId(),
    thirdDecision: house.newId(),
    thirdAction: house.newId(),
    thirdDone: house.newId(),
  };
  const item = { itemKind: 'topic' as const, minutes: 10, bringer: null, help: `${mark}help` };
  const action = { owner: third.id, due: null };
  const byThird: MemberCommand[] = [
    { kind: 'item.propose', item: ids.thirdItem, ...item, bringer: third.id, title: `${mark}title1` },
    { kind: 'decision.record', decision: ids.thirdDecision, text: `${mark}decision` },
    { kind: 'action.add', action: ids.thirdAction, text: `${mark}action1`, ...action },
    { kind: 'action.add', action: ids.thirdDone, text: `${mark}action2`, ...action },
    { kind: 'action.complete', action: ids.thirdDone },
  ];
  const byMember: MemberCommand[] = [
    { kind: 'item.propose', item: ids.topic, ...item, title: `${mark}title2` },
    { kind: 'item.propose', item: ids.otherTopic, ...item, title: `${mark}title3` },
    { kind: 'message.post', message: ids.message, text: `${mark}message` },
  ];
  for (const command of byThird) granted(await ask(house, meeting, third.id, command));
  for (const command of byMember) granted(await ask(house, meeting, member.id, command));
  const twice = {
    ...item,
    item: ids.thirdTwice,
    bringer: third.id,
    title: `${mark}title4`,
    carried: 2,
    votes: 0,
  };
  granted(await ask(house, meeting, null, { kind: 'item.carry', items: [twice] }));
  return ids;
}

async function ownThings(house: House, mark: string, personId: string) {
  const [offer, wish] = [house.newId(), house.newId()];
  granted(await putOffer(house, personId, { id: offer, topic: `${mark}offer`, level: 2 }));
  granted(await putAsk(house, personId, { id: wish, topic: `${mark}ask`, priority: 1, least_level: 2 }));
  return { offer, ask: wish };
}
