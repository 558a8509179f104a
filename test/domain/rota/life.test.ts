/** Seasons as they are lived: any mixture of events, and every rule after each of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { declareAbsence, withdrawAbsence } from '#app/domain/rota/absence.ts';
import { announcePlan, type RotaUpdate } from '#app/domain/rota/change.ts';
import { checkRota } from '#app/domain/rota/check.ts';
import { isOpen, type RotaFacts } from '#app/domain/rota/facts.ts';
import { cancelMeeting, holdMeeting } from '#app/domain/rota/happen.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { eligibleAt } from './oracle.ts';
import { announced, confirmNext, founder, plannedMeeting, usualSeason } from './season.ts';

type Event = { kind: string; meeting: number; member: number; several: boolean };

const events = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...[
        'held',
        'held',
        'held',
        'no-show',
        'away',
        'away',
        'back',
        'cancel',
        'join',
        'leave',
        'extra',
        'move',
      ],
    ),
    meeting: fc.nat({ max: 30 }),
    member: fc.nat({ max: 30 }),
    several: fc.boolean(),
  }),
  { minLength: 4, maxLength: 30 },
);

function renumber(facts: RotaFacts): RotaFacts {
  return { ...facts, meetings: facts.meetings.map((each, at) => ({ ...each, number: at + 1 })) };
}

function hold(facts: RotaFacts, withUnderstudy: boolean): RotaUpdate {
  const next = facts.meetings.find(isOpen)!.number;
  const { holder, line } = planRota(facts).meetings[next - 1]!;
  const isLate = withUnderstudy && holder !== null && line.length > 0;

  return isLate ? holdMeeting(facts, next, line[0]!, [holder]) : holdMeeting(facts, next, holder, []);
}

function changeMembers(facts: RotaFacts, kind: string, next: number, member: string): RotaUpdate {
  const newcomer = {
    ...founder(`late-${facts.members.length}`, facts.members.length),
    joinedFrom: next,
    grace: 1,
  };
  const staying = facts.members.filter((each) => each.leftFrom === null);
  const members =
    kind === 'join' && staying.length < 12
      ? [...facts.members, newcomer]
      : facts.members.map((each) =>
          kind === 'leave' && each.id === member && staying.length > 2 ? { ...each, leftFrom: next } : each,
        );
  return announcePlan({ ...facts, members });
}

function changeDates(facts: RotaFacts, kind: string, at: number): RotaUpdate {
  const meetings = [...facts.meetings];
  const [moved] = kind === 'move' ? meetings.splice(at, 1) : [plannedMeeting(0)];
  const meeting = kind === 'move' ? moved! : { ...moved!, id: `extra-${meetings.length}` };
  if (kind === 'move') meetings.push(meeting);
  else if (meetings.length < 26) meetings.splice(at, 0, meeting);
  return announcePlan(renumber({ ...facts, meetings }));
}

function live(facts: RotaFacts, { kind, meeting, member, several }: Event): RotaUpdate {
  const open = facts.meetings.filter(isOpen);
  const chosen = open[meeting % open.length]!;
  const who = several ? facts.members[member % facts.members.length]!.id : (chosen.announced ?? 'nobody');
  const numbers = several ? [chosen.number, chosen.number + 1] : [chosen.number];
  if (kind === 'held') return hold(facts, false);
  if (kind === 'no-show') return hold(facts, true);
  if (kind === 'away') return declareAbsence(facts, numbers, who);
  if (kind === 'back') return withdrawAbsence(facts, numbers, chosen.absent[0] ?? who);
  if (kind === 'cancel') return cancelMeeting(facts, chosen.number);
  if (kind === 'join' || kind === 'leave') return changeMembers(facts, kind, open[0]!.number, who);
  return changeDates(facts, kind, chosen.number - 1);
}

/** R9 What must stand, by meeting id: held dates, and confirmed ones whose holder can still do it. */
function listFixed(before: RotaFacts, after: RotaFacts): [string, string | null, string | null][] {
  return before.meetings.flatMap((each) => {
    const now = after.meetings.find(({ id }) => id === each.id)!;
    if (each.state === 'held') return [[each.id, each.heldBy, now.heldBy]];
    const stays = each.announced !== null && eligibleAt(after, now.number).includes(each.announced);
    return each.state === 'confirmed' && isOpen(now) && stays
      ? [[each.id, each.announced, now.announced]]
      : [];
  });
}

/** Events that move a confirmed date on purpose: an exchange, what follows from withdrawing one, a carried holder. */
const exchanging = ['away', 'back', 'no-show', 'cancel'];

it('R2 R3 R5 R7 R9 R13 R14 R15 R16 hold after every event of any season', () => {
  fc.assert(
    fc.property(usualSeason, events, (season, happenings) => {
      let facts = announced(season);
      for (const event of happenings) {
        if (!facts.meetings.some(isOpen)) break;
        facts = confirmNext(facts, 2);
        const before = structuredClone(facts);
        const update = live(facts, event);
        expect(facts).toEqual(before);

        expect(checkRota(update.facts, update.plan)).toEqual([]);
        expect(planRota(JSON.parse(JSON.stringify(update.facts)))).toEqual(update.plan);
        for (const [id, was, is] of listFixed(before, update.facts)) {
          if (!exchanging.includes(event.kind)) expect([id, is]).toEqual([id, was]);
        }
        const gone = update.facts.members.filter((each) => each.leftFrom !== null).map((each) => each.id);
        for (const { id, due } of update.plan.ledger)
          if (gone.includes(id)) expect([id, due]).toEqual([id, 0]);
        facts = update.facts;
      }
    }),
    { numRuns: 150 },
  );
});

it('R8 telling the members changes nothing: what is announced stays as it is', () => {
  fc.assert(
    fc.property(usualSeason, events, (season, happenings) => {
      let facts = announced(season);
      for (const event of happenings) {
        if (facts.meetings.some(isOpen)) facts = announcePlan(live(facts, event).facts).facts;
      }
      expect(announcePlan(facts)).toEqual({ facts, plan: planRota(facts), changes: [] });
    }),
    { numRuns: 80 },
  );
});
