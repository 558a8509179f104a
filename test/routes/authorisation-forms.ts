// What each door is asked with in the walk of all doors: addresses and forms that are right, made of real rows, so that
// only who is asking can be what is wrong with them.
import { formats } from '#app/domain/meeting/formats.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import type { House } from '#server/house.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { previewAbsence } from '#server/rota/preview-absence.ts';
import { granted } from '#test/harness/circles.ts';
import type { KnownCircle } from '#test/harness/known-circle.ts';
import type { TestPerson } from '#test/harness/people.ts';
import type { Kind } from './authorisation-table.ts';

/** Who asks: `me` is the person, or the member for somebody who is signed out and pretends to be one. */
export type Asking = { house: House; circle: KnownCircle; kind: Kind; me: TestPerson };

/** `path` stands for parts of the address, `query` comes behind it, `first` is a page that is opened before. */
export type Sample = {
  path?: Record<string, string>;
  query?: string;
  fields?: Record<string, string>;
  first?: string;
};

type MakeSample = (asking: Asking) => Sample | Promise<Sample>;

const zone = { timeZone: 'Europe/Berlin' };
const run = {
  ...zone,
  firstDate: '2027-05-04',
  localTime: '17:00',
  lengthMinutes: '60',
  everyWeeks: '1',
  count: '3',
};
const oneTime = { localDate: '2027-04-06', localTime: '17:00', lengthMinutes: '45' };
const newPassword = 'twelve loud herons sing';

function account(house: House): Record<string, string> {
  const id = house.newId();
  return { id, name: 'Somebody new', email: `${id}@rondo.example`, password: newPassword, ...zone };
}

async function recoveryToken({ house, circle }: Asking): Promise<string> {
  const { organizer, third } = circle.people;
  const wanted = { id: house.newId(), personId: third.id };
  const { url } = granted(await makeRecoveryLink(house, organizer.id, wanted));
  return url.split('/').at(-1) ?? '';
}

/** The fingerprint of what the page showed before it was confirmed; whoever may not see it has none. */
async function seenBefore({ house, circle, me }: Asking): Promise<string> {
  const wish = { circleId: circle.circleId, meetingId: circle.meetings.next };
  const seen = await previewAbsence(house, { id: me.id, time_zone: 'UTC' }, wish);
  return isRefusal(seen) ? '' : seen.seen;
}

const signIn: Record<string, MakeSample> = {
  'nothing.read': () => ({ path: { '*': 'no-such-page' } }),
  'welcome.set-up': ({ house }) => ({ fields: { ...account(house), start: 'circle' } }),
  'sign-in': ({ circle: { people } }) => ({
    fields: { email: people.member.email, password: people.member.password },
  }),
  'sign-up': ({ house }) => ({ fields: account(house) }),
  'recover.ask': ({ circle }) => ({ fields: { email: circle.people.member.email } }),
  'recover-link.read': async (asking) => ({ path: { token: await recoveryToken(asking) } }),
  'recover-link.redeem': async (asking) => ({
    path: { token: await recoveryToken(asking) },
    fields: { password: newPassword },
  }),
};

/** `+members`: what is the member's own, whoever asks. */
const myself: Record<string, MakeSample> = {
  'profile.edit': ({ me }) => ({ fields: { name: me.name, about: 'Changed', ...zone } }),
  'offer.put': ({ house }) => ({ fields: { id: house.newId(), topic: 'Risk registers', level: '2' } }),
  'offer.put+members': ({ circle }) => ({ fields: { id: circle.offer, topic: 'Changed', level: '3' } }),
  'offer.remove+members': ({ circle }) => ({ fields: { id: circle.offer } }),
  'ask.put': ({ house }) => ({
    fields: { id: house.newId(), topic: 'Stakeholders', priority: '1', leastLevel: '2' },
  }),
  'ask.put+members': ({ circle }) => ({
    fields: { id: circle.ask, topic: 'Changed', priority: '1', leastLevel: '2' },
  }),
  'ask.remove+members': ({ circle }) => ({ fields: { id: circle.ask } }),
  'password.change': ({ me }) => ({ fields: { currentPassword: me.password, newPassword } }),
  'sign-in.end+members': ({ circle }) => ({ fields: { sessionId: circle.people.member.sessionId } }),
  'account.close': ({ me }) => ({ fields: { password: me.password } }),
  'today.catch-up': ({ house }) => ({ fields: { until: String(house.now()) } }),
};

/** `+officer`: for somebody who is an organizer too. */
const lookingAfter: Record<string, MakeSample> = {
  'organizer.appoint': ({ circle }) => ({ fields: { personId: circle.people.member.id } }),
  'organizer.relieve': ({ circle }) => ({ fields: { personId: circle.people.organizerDeputy.id } }),
  'recovery-link.make': ({ house, circle }) => ({
    fields: { id: house.newId(), personId: circle.people.member.id },
  }),
  'recovery-link.make+officer': ({ house, circle }) => ({
    fields: { id: house.newId(), personId: circle.people.organizerDeputy.id },
  }),
  'group.make': ({ house }) => ({ fields: { id: house.newId(), name: 'A new group' } }),
  'group.rename': () => ({ fields: { name: 'Another name' } }),
  'group.add-organizer': ({ circle }) => ({ fields: { personId: circle.people.member.id } }),
  'group.remove-organizer': ({ circle }) => ({ fields: { personId: circle.people.groupDeputy.id } }),
  'group-recovery-link.make': ({ house, circle }) => ({
    fields: { id: house.newId(), personId: circle.people.third.id },
  }),
};

function newCircle(house: House): Record<string, string> {
  return { id: house.newId(), name: 'A new circle', purpose: '', sizeLimit: '6', ...zone };
}

/** `+group`: in the group; `+former`: about the person who was removed. */
const circles: Record<string, MakeSample> = {
  'circle.new.read+group': ({ circle }) => ({ query: `?group=${circle.groupId}` }),
  'circle.found': ({ house }) => ({ fields: newCircle(house) }),
  'circle.found+group': ({ house, circle }) => ({ fields: { ...newCircle(house), groupId: circle.groupId } }),
  'circle.describe': ({ kind }) => ({ fields: { name: `Named by the ${kind}`, purpose: 'Another' } }),
  'circle.arrange': () => ({ fields: { sizeLimit: '9', ...zone } }),
  'circle.rules': () => ({ fields: { invite: 'any-member', plan: 'facilitator', remove: 'facilitator' } }),
  'member.read': ({ circle }) => ({ path: { personId: circle.people.third.id } }),
  'member.read+former': ({ circle }) => ({ path: { personId: circle.people.former.id } }),
  'member.remove': ({ circle }) => ({ path: { personId: circle.people.third.id } }),
  'invitation.make': ({ house }) => ({
    fields: { id: house.newId(), token: house.newToken(), days: '7', mostUses: '3' },
  }),
  'invitation.revoke': ({ circle }) => ({ fields: { invitationId: circle.invitation.id } }),
  'invitation.open': ({ circle }) => ({ path: { token: circle.invitation.token } }),
  'invitation.read': ({ circle }) => ({ first: `/invitation/${circle.invitation.token}` }),
  'invitation.redeem': ({ circle }) => ({ first: `/invitation/${circle.invitation.token}` }),
  'invitation.sign-up': ({ house, circle }) => ({
    first: `/invitation/${circle.invitation.token}`,
    fields: account(house),
  }),
};

const meetings: Record<string, MakeSample> = {
  'circle-room.mark-read': () => ({ fields: { version: '1' } }),
  'circle-message.post': ({ house }) => ({ fields: { message: house.newId(), text: 'A line' } }),
  'season.preview': () => ({ fields: run }),
  'season.plan': ({ house }) => ({ fields: { ...run, id: house.newId() } }),
  'meeting.move': ({ circle }) => ({ fields: { ...oneTime, meetingId: circle.meetings.next } }),
  'meeting.skip': ({ circle }) => ({ fields: { meetingId: circle.meetings.other } }),
  'meeting.restore': ({ circle }) => ({ fields: { meetingId: circle.meetings.skipped } }),
  'meeting.add': ({ house }) => ({ fields: { ...oneTime, id: house.newId() } }),
  'absence.declare': async (asking) => ({
    fields: { meetingId: asking.circle.meetings.next, seen: await seenBefore(asking) },
  }),
  'absence.withdraw': ({ circle }) => ({ fields: { meetingId: circle.meetings.away } }),
};

const draft = { title: 'Changed', itemKind: 'topic', minutes: '15', bringer: '', help: '' };
const bothTopics = ({ circle, kind }: Asking) =>
  kind === 'facilitator' ? circle.room.topic : circle.room.otherTopic;

/** `+thirds`: what another member brought or took on. */
const meetingRoom: Record<string, MakeSample> = {
  'item.propose': ({ house }) => ({ fields: { ...draft, item: house.newId() } }),
  'item.edit': (asking) => ({ fields: { ...draft, item: bothTopics(asking) } }),
  'item.edit+thirds': ({ circle }) => ({
    fields: { ...draft, item: circle.room.thirdItem, bringer: circle.people.third.id },
  }),
  'item.withdraw+thirds': ({ circle }) => ({ fields: { item: circle.room.thirdItem } }),
  'item.keep+thirds': ({ circle }) => ({ fields: { item: circle.room.thirdTwice } }),
  'item.move': (asking) => ({ fields: { item: bothTopics(asking), after: '' } }),
  'vote.cast': ({ circle }) => ({ fields: { item: circle.room.topic, dots: '1' } }),
  'voting.close': () => ({ fields: {} }),
  'format.choose': ({ house }) => ({ fields: { format: formats[0]?.id ?? '', items: house.newId() } }),
  'message.post': ({ house }) => ({ fields: { message: house.newId(), text: 'A line' } }),
  'signed-in.read': ({ me }) => ({ query: `?person=${me.id}` }),
  'signed-in.read+other': ({ circle }) => ({ query: `?person=${circle.people.third.id}` }),
  'talk.read': () => ({ query: '?before=1000' }),
  'action.complete+thirds': ({ circle }) => ({
    fields: { action: circle.room.thirdAction, from: 'minutes' },
  }),
  'action.reopen+thirds': ({ circle }) => ({ fields: { action: circle.room.thirdDone, from: 'minutes' } }),
};

const samples: Record<string, MakeSample> = {
  ...signIn,
  ...myself,
  ...lookingAfter,
  ...circles,
  ...meetings,
  ...meetingRoom,
};

/** Rows after which a circle is not the same any more for the others: each has a circle of its own. */
export const spoiling: ReadonlySet<string> = new Set([
  'password.change',
  'account.close',
  'organizer.appoint',
  'organizer.relieve',
  'group.add-organizer',
  'circle.describe',
  'circle.rules',
  'circle.leave',
  'member.remove',
  'invitation.revoke',
  'invitation.redeem',
  'invitation.sign-up',
]);

/** The names of all samples, for the test that none is left over. */
export const sampleNames = Object.keys(samples);

/** What a door is asked with. A door that needs nothing but its address has no sample of its own. */
export async function sampleFor(row: string, asking: Asking): Promise<Required<Sample>> {
  const { circle, house } = asking;
  const made = (await samples[row]?.(asking)) ?? {};
  const [intent = ''] = row.split('+');
  return {
    path: {
      circleId: circle.circleId,
      groupId: circle.groupId,
      meetingId: circle.meetings.now,
      ...made.path,
    },
    query: made.query ?? '',
    first: made.first ?? '',
    fields: { intent, commandId: house.newId(), ...made.fields },
  };
}
