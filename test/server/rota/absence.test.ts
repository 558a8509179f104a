import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAbsences } from '#db/rota.ts';
import { declareAbsence } from '#server/rota/declare-absence.ts';
import { previewAbsence } from '#server/rota/preview-absence.ts';
import { withdrawAbsence } from '#server/rota/withdraw-absence.ts';
import { aCircleOf, aPerson, aSeason, must } from '#test/harness/meetings.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';
import { disagreements, leadsOf, letterOf } from './rota-world.ts';

let opened: TestHouse;
beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

describe('declaring an absence', () => {
  it('R10 shows who takes over before anything happens, and then does exactly that', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 6);
    const { meetings } = await aSeason(house, circle, { meetings: 12 });
    const chi = circle.members[2]!;
    const at = { circleId: circle.id, meetingId: meetings[2]!.id };
    expect(await leadsOf(house, circle)).toBe('ABCDEFABCDEF');

    const preview = must(await previewAbsence(house, { id: chi, time_zone: 'UTC' }, at));
    expect(preview).toMatchObject({ leads: true, isLate: false });
    expect(await leadsOf(house, circle)).toBe('ABCDEFABCDEF');
    expect(await listAbsences(house.db, circle.id)).toEqual([]);
    expect(preview.shifts).toHaveLength(2);
    const [gone, got] = preview.shifts;
    expect(gone).toMatchObject({ meetingId: at.meetingId, from: chi, reason: { code: 'away' } });
    expect(got).toMatchObject({ from: gone!.to, to: chi });

    must(await declareAbsence(house, chi, { ...at, seen: preview.seen }));
    const expected = [...'ABCDEFABCDEF'];
    for (const shift of preview.shifts)
      expected[meetings.findIndex((each) => each.id === shift.meetingId)] = letterOf(circle, shift.to);
    expect(await leadsOf(house, circle)).toBe(expected.join(''));
    const state = await house.rooms.state(at.meetingId);
    expect(state?.lead.line).not.toContain(chi);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('R11 puts everything back when it is withdrawn', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 5);
    const { meetings } = await aSeason(house, circle, { meetings: 10 });
    const before = await leadsOf(house, circle);
    for (const index of [0, 3, 7]) {
      const meeting = meetings[index]!;
      const lead = circle.members['ABCDE'.indexOf(before[index]!)]!;
      must(await declareAbsence(house, lead, { circleId: circle.id, meetingId: meeting.id }));
      expect(await leadsOf(house, circle)).not.toBe(before);
      must(await withdrawAbsence(house, lead, { circleId: circle.id, meetingId: meeting.id }));
      expect(await leadsOf(house, circle)).toBe(before);
    }
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('lets everyone who says so at the same moment be away', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 6);
    const { meetings } = await aSeason(house, circle, { meetings: 6 });
    const at = { circleId: circle.id, meetingId: meetings[1]!.id };
    const away = circle.members.slice(0, 4);
    const answers = await Promise.all(away.map((person) => declareAbsence(house, person, at)));
    expect(answers).toEqual(away.map(() => ({ declared: true })));

    expect(await listAbsences(house.db, circle.id)).toHaveLength(4);
    const state = await house.rooms.state(at.meetingId);
    const able = circle.members.slice(4).sort();
    expect([state?.lead.planned, ...(state?.lead.line ?? [])].sort()).toEqual(able);
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('asks to look again when somebody else was faster and it matters', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 4);
    const { meetings } = await aSeason(house, circle, { meetings: 8 });
    const [, ben] = circle.members;
    const at = { circleId: circle.id, meetingId: meetings[1]!.id };
    const preview = must(await previewAbsence(house, { id: ben!, time_zone: 'UTC' }, at));
    const helper = preview.shifts.find((shift) => shift.meetingId === at.meetingId)?.to;
    expect(helper).not.toBe(ben);

    must(await declareAbsence(house, helper!, at));
    expect(await declareAbsence(house, ben!, { ...at, seen: preview.seen })).toMatchObject({
      refused: 'out-of-date',
    });
    expect(await listAbsences(house.db, circle.id)).toHaveLength(1);
    const again = must(await previewAbsence(house, { id: ben!, time_zone: 'UTC' }, at));
    must(await declareAbsence(house, ben!, { ...at, seen: again.seen }));
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('leaves nobody leading when nobody can come, and fills the date when one can after all', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const { meetings } = await aSeason(house, circle, { meetings: 3 });
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    for (const person of circle.members) must(await declareAbsence(house, person, at));
    expect((await leadsOf(house, circle))[0]).toBe('-');
    expect((await house.rooms.state(at.meetingId))?.lead).toMatchObject({ planned: null, line: [] });

    must(await withdrawAbsence(house, circle.members[1]!, at));
    expect((await leadsOf(house, circle))[0]).toBe('B');
    expect(await disagreements(house, circle.id)).toEqual([]);
  });

  it('moves nothing that is confirmed when somebody who does not lead is away', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 5);
    const { meetings } = await aSeason(house, circle, { meetings: 5 });
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    const preview = must(await previewAbsence(house, { id: circle.members[3]!, time_zone: 'UTC' }, at));
    expect(preview).toMatchObject({ leads: false, shifts: [] });
    must(await declareAbsence(house, circle.members[3]!, at));
    must(await declareAbsence(house, circle.members[3]!, at));
    expect(await leadsOf(house, circle)).toBe('ABCDE');
    expect((await house.rooms.state(at.meetingId))?.lead.line).not.toContain(circle.members[3]);
  });

  it('says when it is late, and takes no word for a meeting that has begun', async () => {
    const { house, clock } = opened;
    const circle = await aCircleOf(house, 3);
    const { meetings } = await aSeason(house, circle, { meetings: 2, firstInMs: 47 * 3_600_000 });
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    expect(must(await previewAbsence(house, { id: circle.members[0]!, time_zone: 'UTC' }, at)).isLate).toBe(
      true,
    );
    expect(
      must(
        await previewAbsence(
          house,
          { id: circle.members[0]!, time_zone: 'UTC' },
          { ...at, meetingId: meetings[1]!.id },
        ),
      ).isLate,
    ).toBe(false);

    clock.advance(47 * 3_600_000);
    expect(await declareAbsence(house, circle.members[0]!, at)).toMatchObject({ refused: 'out-of-date' });
    expect(await previewAbsence(house, { id: circle.members[0]!, time_zone: 'UTC' }, at)).toMatchObject({
      refused: 'out-of-date',
    });
  });

  it('is nothing to strangers, and never reaches another circle', async () => {
    const { house } = opened;
    const circle = await aCircleOf(house, 2);
    const other = await aCircleOf(house, 2);
    const { meetings } = await aSeason(house, circle);
    const stranger = await aPerson(house, 'Zoe');
    const at = { circleId: circle.id, meetingId: meetings[0]!.id };
    expect(await declareAbsence(house, stranger, at)).toMatchObject({ refused: 'not-found' });
    expect(await previewAbsence(house, { id: stranger, time_zone: 'UTC' }, at)).toMatchObject({
      refused: 'not-found',
    });
    expect(await withdrawAbsence(house, stranger, at)).toMatchObject({ refused: 'not-found' });
    expect(
      await declareAbsence(house, other.members[0]!, { circleId: other.id, meetingId: at.meetingId }),
    ).toMatchObject({ refused: 'not-found' });
    expect(await listAbsences(house.db, circle.id)).toEqual([]);
  });
});
