/** What the baton promises at every instant, asked of a meeting and of the model beside it. */
import { expect } from 'vitest';
import { graceEnds, LEAD_GRACE } from '#app/domain/meeting/baton.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import { nextDue } from '#app/domain/meeting/due.ts';
import { forgottenAt } from '#app/domain/meeting/forgotten.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import type { Model } from './baton-model.ts';
import { circle, type Meeting, minute, plannedMeeting } from './meeting-builder.ts';

/** What the random courses came to. */
export const met = new Set<string>();

/** Who may act as lead at this very instant: by leading, by accepting, or by taking it. */
function whoMayAct({ state, now, members }: Meeting): string[] {
  return presentPeople(state).filter((actor) => {
    if (actor === state.lead.holder) return true;
    const offer = state.baton.offer?.number ?? 0;
    const ways = [{ kind: 'lead.accept' as const, offer }, { kind: 'lead.take' as const }];
    return ways.some((way) => {
      const answer = decide(state, way, { actor, now, members });
      return !isRefusal(answer) && answer.length > 0;
    });
  });
}

/** The meeting is what the model says, and nobody leads or is asked by accident. */
export function check(model: Model, meeting: Meeting): void {
  const { lead, baton } = meeting.state;
  if (baton.free) met.add('free');
  if (baton.offer) met.add(baton.offer.why);
  const offer = baton.offer && { to: baton.offer.to, why: baton.offer.why, until: baton.offer.until };
  expect({ holder: lead.holder, offer, free: baton.free, first: baton.first, lender: lead.lentBy }).toEqual({
    ...{ holder: model.holder, offer: model.offer, free: model.free, first: model.first },
    lender: model.lender,
  });
  if (offer) expect(presentPeople(meeting.state)).toContain(offer.to);
  for (const event of meeting.log) if (event.kind === 'lead.changed') expect(event.actor).toBe(event.to);
  expectNoDeadEnd(meeting);
}

/** L6: after the grace, which is bounded, somebody who is there may act at every instant, whatever nobody does. */
function expectNoDeadEnd(meeting: Meeting): void {
  if (presentPeople(meeting.state).length === 0) return;
  const ends = graceEnds(meeting.state) ?? meeting.now;
  expect(ends).toBeLessThanOrEqual(Math.max(meeting.now, minute(0)) + LEAD_GRACE);
  const later = Object.assign(plannedMeeting(), {
    state: meeting.state,
    now: Math.max(ends, meeting.now),
  }).ring();
  for (let look = 0; look < 3 * circle.size; look += 1) {
    expect(whoMayAct(later)).not.toEqual([]);
    const next = nextDue(later.state);
    // What then remains is that the meeting closes by itself.
    if (next === null || next >= forgottenAt(later.state)) return;
    later.now = Math.max(next, later.now);
    later.ring();
  }
  expect(later.state.baton.free || meeting.state.lead.holder).toBeTruthy();
}
