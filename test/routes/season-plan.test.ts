// The page where a season is planned, by forms alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMeetings } from '#db/meeting.ts';
import { aCircle, signedIn, wordsOf } from '#test/harness/circles.ts';
import { hiddenIn } from '#test/harness/page-forms.ts';
import { aPerson } from '#test/harness/people.ts';
import { aPlannedCircle, weekly } from '#test/harness/planned-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the page where a season is planned', () => {
  it('shows the dates before anything is planned, then plans exactly these, without scripts', async () => {
    const { house } = server;
    const { circleId, people } = await aCircle(house, { members: 3 });
    const member = await signedIn(server, people[1] ?? '');
    const page = `/circles/${circleId}/plan`;

    const shown = await member.post(page, { ...weekly, intent: 'season.preview' });
    expect(shown.status).toBe(200);
    const words = wordsOf(shown.body);
    for (const day of ['Tue 9 Mar 2027, 17:00', 'Tue 16 Mar 2027, 17:00', 'Tue 30 Mar 2027, 17:00'])
      expect(words).toContain(day);
    expect(words).toContain('Plan these 4 meetings');
    expect(await listMeetings(house.db, circleId)).toEqual([]);

    const fields = Object.fromEntries(
      ['intent', 'id', ...Object.keys(weekly)].map((name) => [
        name,
        hiddenIn(shown.body, name, 'season.plan'),
      ]),
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
    const words = wordsOf((await member.post(page, { ...weekly, intent: 'season.preview' })).body);
    expect(words).toContain('Tue 9 Mar 2027, 11:00');
    expect(words).toContain('Tue 16 Mar 2027, 12:00');
    expect(words).toContain('(17:00 in Berlin)');
  });

  it('keeps what was typed and puts the sentence at the field', async () => {
    const { circleId, people } = await aCircle(server.house, { members: 2 });
    const member = await signedIn(server, people[0] ?? '');
    const wrong = {
      ...weekly,
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
    const { circleId, meetings, member } = await aPlannedCircle(server);
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
