// The page of the rota: who leads, and what happens when somebody cannot come.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAbsences } from '#db/rota.ts';
import { signedIn, wordsOf } from '#test/harness/circles.ts';
import { hiddenIn } from '#test/harness/page-forms.ts';
import { aPlannedCircle } from '#test/harness/planned-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the page of the rota', () => {
  it('shows who takes over before the member confirms, and does nothing until then', async () => {
    const { house } = server;
    const { circleId, people, meetings, member } = await aPlannedCircle(server, 4, 8);
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
      ['intent', 'meetingId', 'seen'].map((name) => [name, hiddenIn(shown.body, name, 'absence.declare')]),
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
    const { circleId, people, meetings } = await aPlannedCircle(server, 4, 8);
    const away = `/circles/${circleId}/rota?away=${meetings[1]?.id}`;
    const second = await signedIn(server, people[1] ?? '');
    const shown = await second.get(away);
    const seen = hiddenIn(shown.body, 'seen', 'absence.declare');
    for (const person of people.slice(2)) {
      const third = await signedIn(server, person);
      const own = hiddenIn((await third.get(away)).body, 'seen', 'absence.declare');
      await third.post(away, { intent: 'absence.declare', meetingId: meetings[1]?.id ?? '', seen: own });
    }
    const stale = { intent: 'absence.declare', meetingId: meetings[1]?.id ?? '', seen };
    const answer = await second.post(away, stale);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.body)).toContain('Please look at who takes over now.');
    expect(wordsOf(answer.body)).toContain('Person 1 takes over');
    const now = hiddenIn(answer.body, 'seen', 'absence.declare');
    expect((await second.post(away, { ...stale, seen: now })).status).toBe(303);
  });

  it('says on the circle’s page who leads, who is next, and why', async () => {
    const { circleId, people, member } = await aPlannedCircle(server, 4, 4);
    const words = wordsOf((await member.get(`/circles/${circleId}`)).body);
    expect(words).toContain('Leads next');
    expect(words).toContain('Your first turn.');
    expect(words).toContain('Person 2’s first turn.');
    expect(words).toContain('Who leads');
    expect(words).toContain('The season');
    expect(people).toHaveLength(4);
  });
});
