import type { ItemDraft } from '#app/domain/meeting/agenda.ts';

/** What the demonstration's meetings are about, and what is said in them. */
export type Scene = Pick<ItemDraft, 'title' | 'itemKind' | 'minutes' | 'help'> & {
  by: number;
  said: [number, string][];
};

const checkIn: Scene = {
  title: 'Check-in: one word each',
  itemKind: 'check-in',
  minutes: 5,
  help: '',
  by: 0,
  said: [
    [0, 'Welcome back. One word each: how do you arrive?'],
    [1, 'Curious.'],
    [2, 'A bit **tired**, glad to be here.'],
    [3, 'Hopeful.'],
  ],
};

const closing: Scene = {
  title: 'What I take with me',
  itemKind: 'closing',
  minutes: 5,
  help: '',
  by: 0,
  said: [],
};

const seats: readonly Scene[] = [
  {
    title: 'My steering committee decides nothing',
    itemKind: 'hot-seat',
    minutes: 20,
    help: 'How do I get a decision without going over their heads?',
    by: 2,
    said: [
      [2, 'Three meetings, no decision. Everybody nods and then nothing happens.'],
      [4, 'What would happen if you did *not* get the decision by Friday?'],
      [2, 'Honestly? We would lose the vendor slot.'],
      [
        5,
        'I once sent the decision as a draft minute the day before. Silence counted as consent, and it worked.',
      ],
      [1, 'Who in the room loses something by deciding? Talk to that person first.'],
    ],
  },
  {
    title: 'Two teams, one release, no trust',
    itemKind: 'hot-seat',
    minutes: 20,
    help: 'What would you do in the first week?',
    by: 4,
    said: [
      [4, 'Each team has its own plan and its own truth.'],
      [0, 'Have they ever sat in one room with the same list?'],
      [3, 'I let each team present the *other* team’s risks. It changed the tone in an hour.'],
    ],
  },
  {
    title: 'I inherited a project that is already late',
    itemKind: 'hot-seat',
    minutes: 20,
    help: 'What to say to the sponsor, and when?',
    by: 6,
    said: [],
  },
];

const topics: readonly Scene[] = [
  {
    title: 'Estimating when nobody knows anything',
    itemKind: 'topic',
    minutes: 15,
    help: 'A method that survives contact with my sponsor.',
    by: 5,
    said: [
      [5, 'They want one number. I have a range as wide as a barn.'],
      [0, 'Give the range and what would narrow it. The price of narrowing is the real question.'],
      [3, 'I can share our worksheet, it has the three scenarios on one page.'],
    ],
  },
  {
    title: 'Saying no to a good idea',
    itemKind: 'topic',
    minutes: 15,
    help: '',
    by: 1,
    said: [
      [1, 'It is a good idea. It is also the fifth one this month.'],
      [2, 'We keep a list of good ideas, and a date on which we read it.'],
    ],
  },
  { title: 'First ninety days in a new team', itemKind: 'topic', minutes: 10, help: '', by: 3, said: [] },
];

const notReached: Scene = {
  title: 'A retrospective people want to come to',
  itemKind: 'topic',
  minutes: 10,
  help: '',
  by: 3,
  said: [],
};

/** What the meeting of this number (0, 1, 2) is about; the second one does not come to all of it. */
export function scenesOf(meeting: number): Scene[] {
  const seat = seats[meeting % seats.length] as Scene;
  const topic = topics[meeting % topics.length] as Scene;
  return [checkIn, seat, topic, ...(meeting === 1 ? [notReached] : []), closing];
}

export const decision = 'From now on every hot seat ends with one next step and its date.';
export const promises: readonly [number, string][] = [
  [2, 'Talk to the finance lead before the committee meets'],
  [3, 'Share the worksheet with three scenarios'],
  [5, 'Send the range and the price of narrowing it to my sponsor'],
];

/** What somebody promises in the live meeting. */
export const promise = 'Ask the sponsor what a late decision costs';

/** What the live meeting keeps talking about, in turns. */
export const chatter: readonly string[] = [
  'That is exactly where I was last spring.',
  'May I ask what “done” means for your sponsor?',
  'We tried it with a **two-week** limit, and it held.',
  'I would write it down before the meeting, not after.',
  'Who else has a stake in this?',
  'Good question. I do not know yet.',
  'There is a short guide at https://example.org/decision-notes if it helps.',
  'I hear two things: the date, and the trust.',
  'What is the smallest step you could take tomorrow?',
  'Thank you, that helps.',
];
