// What the room says aloud when something has changed, and what it leaves unsaid.
import { describe, expect, test } from 'vitest';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import { spokenChanges } from '#app/screens/room/spoken-changes.ts';
import { hand, item, nameOf, present } from './room-scene.ts';

const minute = 60_000;

describe('what is told aloud', () => {
  const told = (before: Partial<MeetingState>, after: Partial<MeetingState>) =>
    spokenChanges({ ...emptyMeeting, ...before }, { ...emptyMeeting, ...after }, { me: 'a', nameOf });
  const lead = (holder: string, baton: object = {}) => ({
    lead: { holder, planned: null, line: [], lentBy: null },
    baton: { ...emptyMeeting.baton, ...baton },
  });
  const asks = (to: string, number = 1) => ({ offer: { number, to, why: 'stand-in', until: 9 } });
  const holds = (person: string) => ({ floor: { ...emptyMeeting.floor, holder: { person, since: 0 } } });
  const rules = (changes: object) => ({ floor: { ...emptyMeeting.floor, ...changes } });
  const round = (...waiting: string[]) => rules({ round: { order: 'ring', waiting, done: [] } });
  const up = (...people: string[]) => ({
    floor: { ...emptyMeeting.floor, hands: people.map(hand) },
  });

  test.each([
    ['nothing', {}, {}, []],
    ['a lead', lead('b'), lead('c'), ['Cleo leads now.']],
    ['the own lead', lead('b'), lead('a'), ['You lead now.']],
    ['a lost lead', lead('b'), lead('b', { grace: 9 }), ['Ben, who leads, has lost the connection.']],
    [
      'a lead who is back',
      lead('b'),
      { ...lead('b'), attendance: { b: present } },
      ['Ben, who leads, is here.'],
    ],
    ['somebody asked', lead('b'), lead('b', asks('c')), ['Cleo is asked to lead.']],
    ['the same question', lead('b', asks('c')), lead('b', asks('c')), []],
    ['being asked, which is an alert', lead('b'), lead('b', asks('a')), []],
    ['a free lead', lead('b', asks('c')), lead('b', { free: true }), ['Anybody here may take the lead now.']],
    ['the floor', {}, holds('b'), ['Ben has the floor.']],
    ['the own floor', holds('b'), holds('a'), ['You have the floor.']],
    ['being next', up('b', 'a'), up('a'), ['You are next to speak.']],
    ['still being next', up('a'), up('a', 'b'), []],
    [
      'a round',
      {},
      round('b', 'c', 'a'),
      ['A round begins: everybody has the floor once. 3 turns come before yours.'],
    ],
    ['being next in it', round('b', 'a'), round('a'), ['You are next to speak.']],
    ['its end', { status: 'live', ...round() }, { status: 'live' }, ['The round is over.']],
    ['another order', {}, rules({ order: 'first-come' }), ['Order of the queue: First come, first served.']],
    ['a clock for turns', {}, rules({ turnMs: 2 * minute }), ['Time for a turn: 2 minutes.']],
    ['the start', {}, { status: 'live' }, ['The meeting has started.']],
    ['the end', { status: 'live' }, { status: 'closed' }, ['The meeting is closed.']],
    ['an item', {}, { items: [item('x')], running: 'x' }, ['Now: Item x, 10 minutes.']],
    [
      'its end',
      { status: 'live', items: [item('x')], running: 'x' },
      { status: 'live' },
      ['The item is finished.'],
    ],
  ] as const)('%s', (_what, before, after, sentences) => {
    expect(told(before as Partial<MeetingState>, after as Partial<MeetingState>)).toEqual(sentences);
  });

  test('a pause, and going on', () => {
    const runs = { running: 'x', items: [item('x', { state: 'running' })] };
    const rests = { running: 'x', items: [item('x', { state: 'paused' })] };
    expect(told(runs, rests)).toEqual(['The clock is paused.']);
    expect(told(rests, runs)).toEqual(['The clock runs again.']);
  });

  test('a vote on more time, with its cost, and what came of it', () => {
    const items = [item('x', { state: 'running' }), item('y')];
    const absorption = { taken: [{ item: 'y', minutes: 2 }], dropped: [] };
    const vote = {
      item: 'x',
      ms: 5 * minute,
      absorption,
      closesAt: 9,
      thumbs: {},
      voters: [],
      outcome: null,
    };
    const sums = { up: 2, down: 1, abstained: 1, why: 'voted' as const };
    const open = { running: 'x', items, extension: vote };
    const closed = (granted: boolean) => ({ ...open, extension: { ...vote, outcome: { ...sums, granted } } });
    expect(told({ running: 'x', items }, open)).toEqual([
      '+5 min for Item x? Vote within 20 seconds. It takes 2 min from Item y.',
    ]);
    const paid = { ...closed(true), absorbed: [{ ...absorption, at: 9, back: [] }] };
    expect(told(open, paid)).toEqual(['5 more minutes: 2 for it, 1 against, 1 abstention.']);
    expect(told(open, closed(false))).toEqual([
      'No more time: 2 for it, 1 against, 1 abstention. We move on.',
    ]);
  });

  test('what gave way to the clock, except where a preview or the item itself has said so', () => {
    const items = [item('x', { begunAt: 7 }), item('y'), item('z')];
    const gave = (changes: object) => ({ at: 7, taken: [], dropped: [], back: [], ...changes });
    const less = gave({ taken: [{ item: 'y', minutes: 3 }], dropped: ['z'] });
    expect(told({ items }, { items, absorbed: [less] })).toEqual([
      'To end on time, Item y is 3 min shorter and Item z is left for next time.',
    ]);
    expect(told({ items, absorbed: [less] }, { items, absorbed: [less, gave({ back: ['z'] })] })).toEqual([
      'There is time for it: Item z is on the agenda again.',
    ]);
    expect(told({ items }, { items, absorbed: [gave({ back: ['x'] })] })).toEqual([]);
  });

  test('a phase, and that it is one’s part to listen', () => {
    const phases = [
      { name: 'Challenge', ms: minute, who: 'focus' as const, form: 'any' as const },
      { name: 'Thinking aloud', ms: minute, who: 'consultants' as const, form: 'idea' as const },
      { name: 'Summary', ms: minute, who: 'facilitator' as const, form: 'any' as const },
    ];
    const at = (...begun: number[]) => ({
      running: 'x',
      items: [
        {
          ...item('x', { state: 'running' }),
          ...{ bringer: 'a', run: { seat: null, phases } },
          course: begun.map((index) => ({ index, fromMs: 0, extraMs: 0 })),
        },
      ],
    });
    expect(told(at(0), at(0, 1))).toEqual([
      'Phase: Thinking aloud. everyone but you: ideas, thinking aloud.',
      'You are listening.',
    ]);
    expect(told(at(0), at(0))).toEqual([]);
    const lead = { ...emptyMeeting.lead, holder: 'a' };
    expect(told({ ...at(1), lead }, { ...at(1, 2), lead })).toEqual(['Phase: Summary. you.']);
  });
});
