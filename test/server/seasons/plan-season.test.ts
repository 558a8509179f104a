import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { listMeetings } from '#db/meeting.ts';
import { listAnnouncements } from '#db/rota.ts';
import { listSeasons } from '#db/season.ts';
import { changeRules } from '#server/circles/change-rules.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { previewSeason } from '#server/seasons/preview-season.ts';
import { aCircleOf, aPerson, aSeason, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

const run = {
  firstDate: '2027-03-09',
  localTime: '17:00',
  timeZone: 'Europe/Berlin',
  lengthMinutes: 90,
  everyWeeks: 1,
  count: 4,
};

describe('planning a season', () => {
  it('S1 stores local date, local time, zone and instant, right across the change of clocks', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 3);
    const id = randomUUID();
    must(await planSeason(house, circle.members[0]!, { ...run, id, circleId: circle.id }));

    const rows = await listMeetings(house.db, circle.id);
    expect(rows.map((row) => [row.local_date, row.local_time, row.time_zone, row.length_minutes])).toEqual(
      ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30'].map((day) => [
        day,
        '17:00',
        'Europe/Berlin',
        90,
      ]),
    );
    expect(rows.map((row) => row.starts_at.toISOString().slice(5, 16))).toEqual([
      '03-09T16:00',
      '03-16T16:00',
      '03-23T16:00',
      '03-30T15:00',
    ]);
    expect(await listSeasons(house.db, circle.id)).toMatchObject([
      { id, number: 1, local_time: '17:00', every_weeks: 1 },
    ]);
  });

  it('opens a room for every meeting and tells its log when it is and who leads', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 5 });
    const told = await listAnnouncements(house.db, circle.id);

    const leads = [];
    for (const meeting of meetings) {
      const state = await house.rooms.state(meeting.id);
      expect(state).toMatchObject({
        status: 'planned',
        startsAt: meeting.starts_at.getTime(),
        lengthMinutes: 60,
      });
      expect(state?.lead.planned).toBe(told.find((each) => each.meeting_id === meeting.id)?.person_id);
      expect(state?.lead.line).toHaveLength(3);
      leads.push(state?.lead.planned);
    }
    const [ana, ben, chi, dev] = circle.members;
    expect(leads).toEqual([ana, ben, chi, dev, ana]);
  });

  it('shows before what it stores after', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const wish = { ...run, circleId: circle.id };
    const shown = must(await previewSeason(house, circle.members[0]!, wish));
    expect(await listMeetings(house.db, circle.id)).toEqual([]);

    must(await planSeason(house, circle.members[0]!, { ...wish, id: randomUUID() }));
    const rows = await listMeetings(house.db, circle.id);
    expect(rows.map((row) => row.starts_at.getTime())).toEqual(shown.starts);
  });

  it('does the same form sent twice, even at once, one time', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const wish = { ...run, id: randomUUID(), circleId: circle.id };
    const answers = await Promise.all([1, 2, 3].map(() => planSeason(house, circle.members[0]!, wish)));
    expect(answers).toEqual(answers.map(() => ({ seasonId: wish.id })));
    expect(await listMeetings(house.db, circle.id)).toHaveLength(4);

    const [meeting] = await listMeetings(house.db, circle.id);
    const events = await house.rooms.since(meeting!.id, 0);
    expect(events.map((event) => event.kind)).toEqual(['meeting.planned', 'lead.assigned']);
  });

  it('refuses an id that another circle’s season has', async () => {
    const { house } = opened;
    const [one, other] = [await aCircleOf(house, 1), await aCircleOf(house, 1)];
    const { seasonId } = await aSeason(house, one);
    const answer = await planSeason(house, other.members[0]!, { ...run, id: seasonId, circleId: other.id });
    expect(answer).toMatchObject({ refused: 'command-id-taken' });
    expect(await listMeetings(house.db, other.id)).toEqual([]);
  });

  it.each([
    ['S3 a first day that has passed', { firstDate: '2026-11-22' }, 'firstDate'],
    ['S3 a first day more than a year ahead', { firstDate: '2028-01-01' }, 'firstDate'],
  ])('refuses %s', async (_, change, field) => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const wish = { ...run, ...change, id: randomUUID(), circleId: circle.id };
    expect(await planSeason(house, circle.members[0]!, wish)).toMatchObject({ refused: 'bad-input', field });
    expect(await previewSeason(house, circle.members[0]!, wish)).toMatchObject({
      refused: 'bad-input',
      field,
    });
    expect(await listSeasons(house.db, circle.id)).toEqual([]);
  });

  it('S4 refuses a run that would meet while another meeting of the circle is on', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    must(await planSeason(house, circle.members[0]!, { ...run, id: randomUUID(), circleId: circle.id }));
    const again = {
      ...run,
      firstDate: '2027-03-23',
      localTime: '18:29',
      id: randomUUID(),
      circleId: circle.id,
    };
    expect(await planSeason(house, circle.members[0]!, again)).toMatchObject({ field: 'firstDate' });
    must(await planSeason(house, circle.members[0]!, { ...again, localTime: '18:30' }));
    expect((await listSeasons(house.db, circle.id)).map((season) => season.number)).toEqual([1, 2]);
  });

  it('refuses more meetings ahead than anyone can look after', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    for (const day of ['2027-01-04', '2027-01-05'])
      must(
        await planSeason(house, circle.members[0]!, {
          ...run,
          firstDate: day,
          count: 26,
          id: randomUUID(),
          circleId: circle.id,
        }),
      );
    const one = { ...run, firstDate: '2027-01-06', count: 1, id: randomUUID(), circleId: circle.id };
    expect(await planSeason(house, circle.members[0]!, one)).toMatchObject({ refused: 'limit-reached' });
  });

  it('is for members whom the rule lets plan', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 3);
    const [ana, ben] = circle.members;
    const rules = { invite: 'any-member', plan: 'facilitator', remove: 'facilitator' } as const;
    must(await changeRules(house, ana!, { circleId: circle.id, rules }));
    const { meetings } = await aSeason(house, circle, { meetings: 1 });
    const told = await listAnnouncements(house.db, circle.id);
    expect(told).toMatchObject([{ meeting_id: meetings[0]!.id, person_id: ana }]);

    const wish = { ...run, id: randomUUID(), circleId: circle.id };
    expect(await planSeason(house, ben!, wish)).toMatchObject({ refused: 'not-allowed' });
    expect(await previewSeason(house, ben!, wish)).toMatchObject({ refused: 'not-allowed' });
    const stranger = await aPerson(house, 'Zoe');
    expect(await planSeason(house, stranger, wish)).toMatchObject({ refused: 'not-found' });
    expect(isRefusal(await planSeason(house, ana!, wish))).toBe(false);
  });
});
