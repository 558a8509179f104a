/** What each format is good for, in one plain sentence. */
export const formatWords: Readonly<Record<string, string>> = {
  'trio-consult': 'Everyone gets quick help with one challenge from two others.',
  'quarter-hour-crowd': 'Four members in turn bring a challenge; each gets a quarter of an hour of help.',
  'open-agenda-votes':
    'Nobody had time to prepare: write down topics, vote, and talk about what most of you want.',
  'question-set': 'Two members think their problem through while the others only ask and nobody advises.',
  'hot-seat-60': 'One member’s problem gets most of the hour, and everyone leaves with a commitment.',
  'hot-seat-90': 'Two members get everyone’s attention, and last time’s commitments are looked at first.',
  'forum-virtual-120':
    'A long, calm meeting: how everyone is, then one deep look that draws on own experience.',
  'case-consult': 'One tangled case with one key question, worked through step by step.',
  'speak-and-evaluate':
    'Practise speaking: prepared talks, answers off the cuff, and kind, concrete feedback.',
  'circle-monthly': 'A steady monthly meeting: a look at everyone, one topic in depth, one next step each.',
  'asks-and-offers': 'Each says one thing they need; the others offer help or an introduction.',
  'season-kickoff':
    'The first meeting: get to know each other, agree on the charter, draft goals, see the plan.',
  'mid-season-check': 'Halfway: are the goals clear, is the circle well, and what do you want to change?',
  'season-close': 'The last meeting: what came of the goals, thanks, lessons, and what comes next.',
};

/** "4 to 5 people" of a format's group size. */
export function sayGroupSize(size: string): string {
  return `${size.replace(/ \(.*/, '').replace('-', ' to ')} people`;
}
