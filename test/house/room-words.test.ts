// What the room says, worked out from plain data.
import { describe, expect, test } from 'vitest';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import type { RoomState } from '#app/screens/live/room-state.ts';
import { slewed } from '#app/screens/live/steady-clock.ts';
import { queueLines } from '#app/screens/room/queue-lines.ts';
import { count, figures, passed, remainingInWords, until } from '#app/screens/room/remaining-words.ts';
import { ringSeats } from '#app/screens/room/ring-seats.ts';
import { spokenChanges } from '#app/screens/room/spoken-changes.ts';
import { leadInWords, talkMarks } from '#app/screens/room/talk-marks.ts';
import { type TalkMark, talkEntries } from '#app/screens/talk/talk-entries.ts';

const minute = 60_000;

describe('time', () => {
  test.each([
    [271_001, '4:32', '4 minutes left'],
    [271_000, '4:31', '4 minutes left'],
    [59_999, '1:00', '1 minute left'],
    [1, '0:01', '1 second left'],
    [0, '0:00', 'time is up'],
    [-999, '0:00', 'time is up'],
    [-5_000, '+0:05', 'over by 5 seconds'],
    [-125_000, '+2:05', 'over by 2 minutes'],
    [120 * minute, '120:00', '120 minutes left'],
  ])('%d ms left', (ms, shown, said) => {
    expect(figures(ms)).toBe(shown);
    expect(remainingInWords(ms)).toBe(said);
  });

  test.each([
    [10, 'in a moment'],
    [minute, 'in 1 minute'],
    [22.2 * minute, 'in 23 minutes'],
    [3 * 60 * minute, 'in 3 hours'],
    [49 * 60 * minute, 'in 2 days'],
  ])('%d ms until something opens', (ms, said) => {
    expect(until(ms)).toBe(said);
  });

  test('what has passed is rounded down, and never less than nothing', () => {
    expect([passed(125_999), passed(-5)]).toEqual(['2:05', '0:00']);
    expect([count(1, 'item'), count(2, 'item'), count(2, 'person', 'people')]).toEqual([
      '1 item',
      '2 items',
      '2 people',
    ]);
  });

  test('a shown clock is bent by 50 ms a second at most, and steps when it is more than a second off', () => {
    expect(slewed(0, 400, 1_000)).toBe(50);
    expect(slewed(0, -400, 500)).toBe(-25);
    expect(slewed(0, 20, 1_000)).toBe(20);
    expect(slewed(0, 1_001, 10)).toBe(1_001);
  });
});

const line = (version: number, author: string, at: number): Message => ({
  ...{ id: `m${version}`, version, author, at, thread: null, text: `line ${version}`, editedAt: null },
});
const mark = (id: string, at: number): TalkMark => ({ id, at, kind: 'item', text: id });

describe('talk', () => {
  const kinds = (entries: ReturnType<typeof talkEntries>) =>
    entries.map((entry) => (entry.kind === 'lines' ? entry.lines.map(({ version }) => version) : entry.id));

  test('lines of one person within three minutes of the first stand together', () => {
    const said = [
      line(1, 'a', 0),
      line(2, 'a', 3 * minute),
      line(3, 'a', 3 * minute + 1),
      line(4, 'b', 3 * minute + 2),
    ];
    expect(kinds(talkEntries(said, [], { newFrom: null, whole: true }))).toEqual([[1, 2], [3], [4]]);
  });

  test('marks stand where they happened, and cut a group in two', () => {
    const said = [line(1, 'a', 10), line(2, 'a', 20)];
    const marks = [mark('later', 99), mark('between', 15), mark('before', 1)];
    expect(kinds(talkEntries(said, marks, { newFrom: null, whole: true }))).toEqual([
      'before',
      [1],
      'between',
      [2],
      'later',
    ]);
    expect(kinds(talkEntries(said, marks, { newFrom: null, whole: false }))).toEqual([
      [1],
      'between',
      [2],
      'later',
    ]);
  });

  test('new lines begin behind a divider', () => {
    const said = [line(1, 'a', 1), line(2, 'a', 2)];
    expect(kinds(talkEntries(said, [], { newFrom: 2, whole: true }))).toEqual([[1], 'new', [2]]);
  });
});

const present = { arrivedAt: 0, presentMs: 0, liveMs: 0, since: 0, leftAt: null };
const names: Record<string, string> = { a: 'Ana', b: 'Ben', c: 'Cleo' };
const nameOf = (person: string) => names[person] ?? '?';
const item = (id: string, changes: object = {}): MeetingState['items'][number] => ({
  ...{ id, key: id, title: `Item ${id}`, itemKind: 'topic', minutes: 10, bringer: null, help: '' },
  ...{ proposer: null, proposedAt: 0, carried: 0, votes: 0, withdrawn: false },
  ...{ run: null, course: [], extensions: [], dropped: false, kept: false },
  clock: {
    ...{
      state: 'idle',
      extendedMs: 0,
      accumulatedMs: 0,
      startedAt: null,
      begunAt: null,
      finishedAt: null,
      rev: 0,
    },
    ...changes,
  },
});

const hand = (person: string, raisedAt: number) => ({ person, raisedAt, rank: 0, heard: [], away: false });

describe('the queue', () => {
  const floor = {
    ...emptyMeeting.floor,
    turns: { a: 1, d: 1 },
    hands: [
      { ...hand('a', 0), rank: 1 },
      hand('b', 110_000),
      hand('c', 40_000),
      { ...hand('d', 120_000), rank: 3 },
      { ...hand('e', 0), away: true },
    ],
  };

  test('says for each place why', () => {
    expect(queueLines(floor, true, 130_000)).toEqual([
      { person: 'c', place: 1, reason: 'first time in this item, raised 1 min ago' },
      { person: 'b', place: 2, reason: 'first time in this item, raised just now' },
      { person: 'a', place: 3, reason: 'second time in this item, raised 2 min ago' },
      { person: 'd', place: 4, reason: 'spoke while others waited, raised just now' },
      { person: 'e', place: null, reason: 'out of the room, keeps the hand up' },
    ]);
    expect(queueLines({ ...floor, turns: { a: 4 } }, false, 0)[2]?.reason).toBe(
      'turn number 5 so far, raised just now',
    );
  });

  test('first come needs no other reason than the time', () => {
    const lines = queueLines({ ...floor, order: 'first-come' }, true, 130_000);
    expect(lines.map(({ person, reason }) => [person, reason])).toEqual([
      ['a', 'raised 2 min ago'],
      ['c', 'raised 1 min ago'],
      ['b', 'raised just now'],
      ['d', 'raised just now'],
      ['e', 'out of the room, keeps the hand up'],
    ]);
  });
});

describe('the ring', () => {
  const state: RoomState = {
    ...{ room: 'r', me: 'a', connection: 'live', pending: [], offset: 0 },
    people: Object.entries(names).map(([id, name]) => ({ id, name })),
    meeting: {
      ...emptyMeeting,
      attendance: { a: present, b: present },
      lead: { holder: 'b', planned: 'b', line: [], lentBy: null },
      floor: {
        ...emptyMeeting.floor,
        hands: [hand('a', 1)],
        holder: { person: 'b', since: 0 },
      },
    },
    here: ['a'],
    typing: ['a', 'b'],
  };

  test('shows who is here, who blinked, who leads, speaks, types and waits', () => {
    expect(ringSeats(state)).toMatchObject([
      { id: 'a', state: 'present', self: true, hand: 1, typing: false, lead: false },
      { id: 'b', state: 'away', lead: true, floor: true, typing: true },
      { id: 'c', state: 'absent', lead: false },
    ]);
  });

  test('believes the log while the line is gone', () => {
    const seats = ringSeats({ ...state, connection: 'offline', here: [] });
    expect(seats.map((seat) => seat.state)).toEqual(['present', 'present', 'absent']);
  });
});

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
    expect(told(open, closed(true))).toEqual(['5 more minutes: 2 for it, 1 against, 1 abstention.']);
    expect(told(open, closed(false))).toEqual([
      'No more time: 2 for it, 1 against, 1 abstention. We move on.',
    ]);
  });

  test('a phase, and that it is one’s part to listen', () => {
    const phases = [
      { name: 'Challenge', ms: minute, who: 'focus' as const, form: 'any' as const },
      { name: 'Thinking aloud', ms: minute, who: 'consultants' as const, form: 'idea' as const },
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
  });
});

describe('the record between the lines', () => {
  test('says who took the lead and why', () => {
    expect(leadInWords({ how: 'stepped-in', to: 'Ana', from: 'Ben' })).toBe(
      'Ana took the lead, because Ben was not here',
    );
    expect(leadInWords({ how: 'stepped-in', to: 'Ana', from: null })).toBe('Ana took the lead');
    expect(leadInWords({ how: 'handed-over', to: 'Ana', from: 'Ben' })).toBe('Ben handed the lead to Ana');
    expect(leadInWords({ how: 'taken-back', to: 'Ben', from: 'Ana' })).toBe('Ben took the lead back');
  });

  test('has items that began, decisions and action items', () => {
    const marks = talkMarks(
      {
        ...emptyMeeting,
        startedAt: 1,
        items: [item('x', { begunAt: 2 }), item('y')],
        decisions: [{ id: 'd', text: 'We go', by: 'a', at: 3, item: 'x' }],
        actions: [
          { id: 'e', text: 'Write it', owner: 'b', due: null, by: 'a', at: 4, item: 'x', doneAt: null },
        ],
      },
      nameOf,
    );
    expect(marks.map(({ at, text }) => [at, text])).toEqual([
      [1, 'The meeting started'],
      [2, 'Item x'],
      [3, 'Decided: We go'],
      [4, 'Ben will do: Write it'],
    ]);
  });
});
