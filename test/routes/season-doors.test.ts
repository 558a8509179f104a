// The doors of season and rota are a circle's own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { listMeetings } from '#db/meeting.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { granted, signedIn, somebody } from '#test/harness/circles.ts';
import { aPlannedCircle, weekly } from '#test/harness/planned-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('who is let in', () => {
  it('nobody but current members, at any of these doors', async () => {
    const { house } = server;
    const { circleId, people, meetings } = await aPlannedCircle(server, 3, 2);
    granted(await leaveCircle(house, people[2] ?? '', circleId));
    const mine = /^(season|rota|absence|meeting\.(read|move|skip|restore|add))/;
    const list = Object.entries(doors).filter(([name]) => mine.test(name));
    expect(list.length).toBeGreaterThanOrEqual(11);
    const knocking = [
      await signedIn(server, await somebody(house)),
      await signedIn(server, people[2] ?? ''),
      server.visitor(),
    ];
    const before = await listMeetings(house.db, circleId);

    for (const visitor of knocking)
      for (const [name, door] of list) {
        const path = door.path.replace(':circleId', circleId).replace(':meetingId', meetings[0]?.id ?? '');
        const fields = {
          ...weekly,
          intent: name,
          meetingId: meetings[0]?.id ?? '',
          id: house.newId(),
          seen: '',
        };
        const answer = door.method === 'GET' ? await visitor.get(path) : await visitor.post(path, fields);
        expect([name, answer.status]).toEqual([name, 404]);
      }
    expect(await listMeetings(house.db, circleId)).toEqual(before);
  });

  it('and a member of one circle cannot reach into another through its own address', async () => {
    const { house } = server;
    const ours = await aPlannedCircle(server, 2, 2);
    const theirs = await aPlannedCircle(server, 2, 2);
    const meetingId = theirs.meetings[0]?.id ?? '';
    const time = { localDate: '2027-05-05', localTime: '10:00', lengthMinutes: '60' };
    const tries = [
      ['plan', { intent: 'meeting.move', meetingId, ...time }],
      ['plan', { intent: 'meeting.skip', meetingId }],
      ['plan', { intent: 'meeting.restore', meetingId }],
      ['rota', { intent: 'absence.declare', meetingId, seen: '' }],
      ['rota', { intent: 'absence.withdraw', meetingId }],
    ] as const;
    for (const [page, fields] of tries) {
      const answer = await ours.member.post(`/circles/${ours.circleId}/${page}`, { ...fields });
      expect([fields.intent, answer.status]).toEqual([fields.intent, 404]);
    }
    expect(await listMeetings(house.db, theirs.circleId)).toEqual(theirs.meetings);
    expect((await ours.member.get(`/circles/${ours.circleId}/rota?away=${meetingId}`)).body).not.toContain(
      'can’t come on',
    );
  });
});
