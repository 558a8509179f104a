import { describe, expect, it } from 'vitest';
import { announcePlan } from '#app/domain/rota/change.ts';
import { checkRota } from '#app/domain/rota/check.ts';
import { withMeeting } from '#app/domain/rota/facts.ts';
import { holdMeeting } from '#app/domain/rota/happen.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import {
  announced,
  confirmNext,
  founder,
  heldUntil,
  letters,
  plannedMeeting,
  seasonOf,
  six,
} from './season.ts';

const season = announced(seasonOf(six, 12));

describe('changes of the season that have no verb of their own', () => {
  it('R14 a newcomer is counted after one attended meeting, and changes no confirmed date', () => {
    const facts = confirmNext(heldUntil(season, 4), 2);
    const gil = { ...founder('Gil', 6), joinedFrom: 5, grace: 1 };
    const { plan, changes } = announcePlan({ ...facts, members: [...facts.members, gil] });
    expect(plan.meetings[4]!.line).not.toContain('Gil');
    expect(plan.meetings[5]!.line).toContain('Gil');
    expect(letters(plan)).toMatch(/^A B C D E F .* ?G/);
    expect(changes.every((each) => each.meeting > 6)).toBe(true);
  });

  it('R14 the grace goes on when the newcomer was away or did not come', () => {
    const gil = { ...founder('Gil', 6), joinedFrom: 5, grace: 1 };
    const joined = { ...heldUntil(season, 4), members: [...season.members, gil] };
    const away = withMeeting(joined, 5, { absent: ['Gil'] });
    expect(planRota(away).meetings[5]!.line).not.toContain('Gil');
    expect(planRota(away).meetings[6]!.line).toContain('Gil');
    const missed = holdMeeting(joined, 5, 'Eva', ['Gil']);
    expect(missed.plan.meetings[5]!.line).not.toContain('Gil');
  });

  it('R13 a leaver gives up their dates even where they were confirmed', () => {
    const facts = confirmNext(heldUntil(season, 4), 2);
    const members = facts.members.map((each) => (each.id === 'Eva' ? { ...each, leftFrom: 5 } : each));
    const { plan, changes } = announcePlan({ ...facts, members });
    expect(plan.meetings.slice(4).map((each) => each.holder)).not.toContain('Eva');
    expect(changes[0]).toMatchObject({ meeting: 5, from: 'Eva', reason: { code: 'left', member: 'Eva' } });
    expect(plan.meetings[5]!.holder).toBe('Fay');
  });

  it('R9 an extra meeting is filled, and few dates change', () => {
    const meetings = [...season.meetings];
    meetings.splice(5, 0, { ...plannedMeeting(0), id: 'extra' });
    const facts = { ...season, meetings: meetings.map((each, at) => ({ ...each, number: at + 1 })) };
    const { plan, changes, facts: after } = announcePlan(facts);
    expect(changes.find((each) => each.meeting === 6)).toMatchObject({
      from: null,
      reason: { code: 'announced' },
    });
    expect(changes.length).toBeLessThanOrEqual(3);
    expect(checkRota(after, plan)).toEqual([]);
  });

  it('R9 a meeting that moves behind another keeps its holder where that is fair', () => {
    const [third, fourth] = [season.meetings[2]!, season.meetings[3]!];
    const meetings = season.meetings.with(2, { ...fourth, number: 3 }).with(3, { ...third, number: 4 });
    const { plan, changes } = announcePlan({ ...season, meetings });
    expect(changes).toEqual([]);
    expect(letters(plan)).toBe('A B D C E F A B C D E F');
  });
});
