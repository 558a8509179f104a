// A right to one circle is none to another: people of one circle send their own forms with another circle's things in them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '#test/harness/circles.ts';
import { openFingerprint } from '#test/harness/fingerprint.ts';
import { aKnownCircle, type KnownCircle } from '#test/harness/known-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import { pageTable } from './authorisation-table.ts';
import { bytesOf, comeTo, doorOf, knock } from './authorisation-walk.ts';

let server: TestServer;
let ours: KnownCircle;
let theirs: KnownCircle;
beforeAll(async () => {
  server = await startTestServer({ settings: { openSignUp: true, passwordMemoryKib: 64 } });
  [ours, theirs] = await Promise.all([aKnownCircle(server.house), aKnownCircle(server.house)]);
});
afterAll(() => server.close());

/** Ids that a form brings along for what it makes, taken: they are those of things that others have. */
function takenIds(circle: KnownCircle): Record<string, Record<string, string>> {
  return {
    'sign-up': { id: circle.people.member.id },
    'offer.put': { id: circle.offer },
    'ask.put': { id: circle.ask },
    'group.make': { id: circle.groupId },
    'circle.found': { id: circle.circleId },
    'invitation.make': { id: circle.invitation.id },
    'season.plan': { id: circle.seasonId },
    'meeting.add': { id: circle.meetings.next },
    'item.propose': { item: circle.room.topic, bringer: circle.people.third.id },
    'message.post': { message: circle.room.message },
  };
}

function idsIn(value: unknown): string[] {
  return JSON.stringify(value).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

/** The knock of somebody of our circle at their own door, with what is theirs in it; null when nothing of theirs is. */
async function reachOver(row: string) {
  const { who } = doorOf(row);
  // Whoever looks after the installation may reach everybody, and a link lets in whoever holds it.
  if (who === 'organizer' || row === 'invitation.read' || row === 'invitation.redeem') return null;
  const kind = who === 'group-organizer' ? 'group-org' : 'facilitator';
  const own = await comeTo(server, ours, row, kind);
  const foreign = await comeTo(server, theirs, row, kind);
  const { circleId, groupId, meetingId } = own.sample.path;
  const path = { ...foreign.sample.path, circleId, groupId, meetingId } as Record<string, string>;
  const fields = { ...foreign.sample.fields, ...takenIds(theirs)[row] };
  const all = new Set(idsIn(theirs));
  const reaches = idsIn({ path, fields, query: foreign.sample.query }).some((id) => all.has(id));
  return reaches ? { ...own, sample: { ...foreign.sample, path, fields } } : null;
}

test('naming another circle’s things at one’s own doors changes nothing there, and tells nothing', {
  timeout: 60_000,
}, async () => {
  const { circleId, groupId, seasonId, meetings, invitation, people } = theirs;
  const members = [people.facilitator.id, people.member.id, people.third.id];
  const names = idsIn({ circleId, groupId, seasonId, meetings, invitation, members });
  const fingerprint = await openFingerprint(server.house.db);
  const tried: string[] = [];

  for (const row of pageTable.keys()) {
    const at = await reachOver(row);
    if (!at) continue;
    const before = await fingerprint(names);
    const answer = await knock(at, 'page');
    const isChanged = (await fingerprint(names)) !== before;
    const heard = bytesOf(answer, at).includes(theirs.mark);
    expect({ row, isChanged, heard }).toEqual({ row, isChanged: false, heard: false });
    tried.push(row);
  }
  expect(tried.length).toBeGreaterThanOrEqual(30);
});

test('an id that is taken by another kind of room is taken: nothing is made, and nothing breaks', async () => {
  const { house } = server;
  const { facilitator } = ours.people;
  const visitor = await signedIn(server, facilitator.id);
  const fingerprint = await openFingerprint(house.db);
  const before = await fingerprint();
  const time = { localDate: '2027-03-01', localTime: '18:00', lengthMinutes: '60' };
  const added = { intent: 'meeting.add', id: theirs.circleId, ...time };
  expect((await visitor.post(`/circles/${ours.circleId}/plan`, added)).status).toBe(409);
  const founded = { id: theirs.meetings.now, name: 'Ours', purpose: '', sizeLimit: '6', timeZone: 'UTC' };
  expect((await visitor.post('/circles/new', founded)).status).toBe(409);
  expect(await fingerprint()).toBe(before);
});
