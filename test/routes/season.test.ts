import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { listMeetings } from '#db/meeting.ts';
import { listAbsences } from '#db/rota.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { aCircle, granted, signedIn, somebody, wordsOf } from '#test/harness/circles.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { aSeason } from '#test/harness/meetings.ts';
import { aPerson } from '#test/harness/people.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const run = {
  firstDate: '2027-03-09',
  localTime: '17:00',
  timeZone: 'Europe/Berlin',
  lengthMinutes: '60',
  everyWeeks: '1',
  count: '4',
};

/** A hidden value of the form that carries it. */
function hidden(body: string, name: string, intent: string): string {
  const form = body.split('<form').find((part) => part.includes(`value="${intent}"`)) ?? '';
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
}

async function aPlannedCircle(members = 4, meetings = 4) {
  const { circleId, people } = await aCircle(server.house, { members });
  const season = await aSeason(server.house, { id: circleId, timeZone: 'Europe/Berlin' }, { meetings });
  return { circleId, people, meetings: season.meetings, member: await signedIn(server, people[0] ?? '') };
}

describe('the page where a season is planned', () => {
  it('shows the dates before anything is planned, then plans exactly these, without scripts', async () => {
    const { house } = server;
    const { circleId, people } = await aCircle(house, { members: 3 });
    const member = await signedIn(server, people[1] ?? '');
    const page = `/circles/${circleId}/plan`;

    const shown = await member.post(page, { ...run, intent: 'season.preview' });
    expect(shown.status).toBe(200);
    const words = wordsOf(shown.body);
    for (const day of ['Tue 9 Mar 2027, 17:00', 'Tue 16 Mar 2027, 17:00', 'Tue 30 Mar 2027, 17:00'])
      expect(words).toContain(day);
    expect(words).toContain('Plan these 4 meetings');
    expect(await listMeetings(house.db, circleId)).toEqual([]);

    const fields = Object.fromEntries(
      ['intent', 'id', ...Object.keys(run)].map((name) => [name, hidden(shown.body, name, 'season.plan')]),
    );
    const [planned, again] = [await member.post(page, fields), await member.post(page, fields)];
    expect([planned.status, planned.location]).toEqual([303, `${page}?done=planned`]);
    expect([again.status, again.location]).toEqual([303, `${page}?done=planned`]);
    const rows = await listMeetings(house.db, circleId);
    expect(rows.map((row) => row.starts_at.toISOString().slice(0, 16))).toEqual([
      '2027-03-09T16:00',
      '2027-03-16T16:00',
      '2027-03-23T16:00',
      '2027-03-30T15:00',
    ]);
  });

  it('says every time in the reader’s zone, and the circle’s where the clocks differ', async () => {
    const { house } = server;
    const reader = await aPerson(house, { timeZone: 'America/New_York' });
    const { circleId } = await aCircle(house, { members: 2, founder: reader.id });
    const member = await signedIn(server, reader.id);
    const page = `/circles/${circleId}/plan`;
    const words = wordsOf((await member.post(page, { ...run, intent: 'season.preview' })).body);
    expect(words).toContain('Tue 9 Mar 2027, 11:00');
    expect(words).toContain('Tue 16 Mar 2027, 12:00');
    expect(words).toContain('(17:00 in Berlin)');
  });

  it('keeps what was typed and puts the sentence at the field', async () => {
    const { circleId, people } = await aCircle(server.house, { members: 2 });
    const member = await signedIn(server, people[0] ?? '');
    const wrong = {
      ...run,
      intent: 'season.preview',
      firstDate: '2026-11-01',
      count: '27',
      lengthMinutes: '90',
    };
    const answer = await member.post(`/circles/${circleId}/plan`, wrong);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('id="count-error"');
    expect(answer.body).toContain('whole number from 1 to 26');
    expect(answer.body).toMatch(/name="lengthMinutes"[^>]*value="90"/);

    const past = await member.post(`/circles/${circleId}/plan`, { ...wrong, count: '4' });
    expect(past.status).toBe(400);
    expect(wordsOf(past.body)).toContain('That time has passed. Please choose one ahead.');
    expect(past.body).toContain('id="firstDate-error"');
  });

  it('moves, skips, puts back and adds a meeting by forms alone', async () => {
    const { house } = server;
    const { circleId, meetings, member } = await aPlannedCircle();
    const page = `/circles/${circleId}/plan`;
    const meetingId = meetings[1]?.id ?? '';
    const wish = { localDate: '2027-03-31', localTime: '18:30', lengthMinutes: '45' };

    const moved = await member.post(page, { ...wish, meetingId, intent: 'meeting.move' });
    expect(moved.location).toBe(`${page}?done=moved`);
    const skipped = await member.post(page, { meetingId, intent: 'meeting.skip' });
    expect(skipped.location).toBe(`${page}?done=skipped`);
    const between = await member.get(skipped.location ?? '');
    expect(wordsOf(between.body)).toContain('Put it back');
    const restored = await member.post(page, { meetingId, intent: 'meeting.restore' });
    expect(restored.location).toBe(`${page}?done=restored`);
    const id = house.newId();
    const added = await member.post(page, { ...wish, id, localTime: '20:00', intent: 'meeting.add' });
    expect(added.location).toBe(`${page}?done=added`);

    const rows = await listMeetings(house.db, circleId);
    expect(rows.find((row) => row.id === meetingId)).toMatchObject({
      local_date: '2027-03-31',
      local_time: '18:30',
      length_minutes: 45,
      status: 'planned',
    });
    expect(rows.find((row) => row.id === id)).toMatchObject({ local_time: '20:00', status: 'planned' });

    const wrong = await member.post(page, { ...wish, meetingId, localTime: '20:10', intent: 'meeting.move' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain(`id="move-${meetingId}-localDate-error"`);
  });
});

describe('the page of the rota', () => {
  it('shows who takes over before the member confirms, and does nothing until then', async () => {
    const { house } = server;
    const { circleId, people, meetings, member } = await aPlannedCircle(4, 8);
    const page = `/circles/${circleId}/rota`;
    const away = `${page}?away=${meetings[0]?.id}`;
    expect(wordsOf((await member.get(page)).body)).toContain('You lead');

    const shown = await member.get(away);
    const words = wordsOf(shown.body);
    expect(words).toMatch(/You can’t come on Thu 26 Nov\?/);
    expect(words).toMatch(
      /Person \d takes over on Thu 26 Nov; you lead on \w{3} \d+ \w{3}( 2027)? instead\./,
    );
    expect(await listAbsences(house.db, circleId)).toEqual([]);

    const fields = Object.fromEntries(
      ['intent', 'meetingId', 'seen'].map((name) => [name, hidden(shown.body, name, 'absence.declare')]),
    );
    const told = await member.post(away, fields);
    expect([told.status, told.location]).toEqual([303, `${page}?said=away`]);
    expect(await listAbsences(house.db, circleId)).toMatchObject([{ person_id: people[0] }]);
    expect(wordsOf((await member.get(page)).body)).toContain('I can come after all');

    const other = await signedIn(server, people[2] ?? '');
    expect(wordsOf((await other.get(page)).body)).toContain('Can’t come: Person 1');
    const back = { intent: 'absence.withdraw', meetingId: fields.meetingId ?? '' };
    expect((await member.post(page, back)).location).toBe(`${page}?said=back`);
    expect(await listAbsences(house.db, circleId)).toEqual([]);
  });

  it('asks to look again when the rota changed between the preview and the confirmation', async () => {
    const { circleId, people, meetings } = await aPlannedCircle(4, 8);
    const away = `/circles/${circleId}/rota?away=${meetings[1]?.id}`;
    const second = await signedIn(server, people[1] ?? '');
    const shown = await second.get(away);
    const seen = hidden(shown.body, 'seen', 'absence.declare');
    for (const person of people.slice(2)) {
      const third = await signedIn(server, person);
      const own = hidden((await third.get(away)).body, 'seen', 'absence.declare');
      await third.post(away, { intent: 'absence.declare', meetingId: meetings[1]?.id ?? '', seen: own });
    }
    const stale = { intent: 'absence.declare', meetingId: meetings[1]?.id ?? '', seen };
    const answer = await second.post(away, stale);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.body)).toContain('Please look at who takes over now.');
    expect(wordsOf(answer.body)).toContain('Person 1 takes over');
    const now = hidden(answer.body, 'seen', 'absence.declare');
    expect((await second.post(away, { ...stale, seen: now })).status).toBe(303);
  });

  it('says on the circle’s page who leads, who is next, and why', async () => {
    const { circleId, people, member } = await aPlannedCircle(4, 4);
    const words = wordsOf((await member.get(`/circles/${circleId}`)).body);
    expect(words).toContain('Leads next');
    expect(words).toContain('Your first turn.');
    expect(words).toContain('Person 2’s first turn.');
    expect(words).toContain('Who leads');
    expect(words).toContain('The season');
    expect(people).toHaveLength(4);
  });
});

describe('the address of a meeting', () => {
  it('leads to the agenda, the room or the minutes, whatever matters now', async () => {
    const { house, clock } = server;
    const { people, meetings, member } = await aPlannedCircle(2, 1);
    const [ana = ''] = people;
    const place = `/meetings/${meetings[0]?.id}`;
    const leads = async () => (await member.get(place)).location;
    expect(await leads()).toBe(`${place}/agenda`);

    const room = meetings[0]?.id ?? '';
    const startsAt = meetings[0]?.starts_at.getTime() ?? 0;
    clock.advance(startsAt - 15 * 60_000 - house.now());
    expect(await leads()).toBe(`${place}/room`);
    granted(await ask(house, room, null, { kind: 'attendance.arrive', person: ana }));
    granted(await ask(house, room, ana, { kind: 'meeting.start' }));
    expect(await leads()).toBe(`${place}/room`);
    granted(await ask(house, room, ana, { kind: 'meeting.close' }));
    expect(await leads()).toBe(`${place}/minutes`);
  });
});

describe('who is let in', () => {
  it('nobody but current members, at any of these doors', async () => {
    const { house } = server;
    const { circleId, people, meetings } = await aPlannedCircle(3, 2);
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
          ...run,
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
    const ours = await aPlannedCircle(2, 2);
    const theirs = await aPlannedCircle(2, 2);
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
