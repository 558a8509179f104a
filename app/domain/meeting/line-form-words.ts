/** The form of a line in a word or two: on its label and in the minutes. */
import type { LineForm } from './phases.ts';

export const lineFormWords: Readonly<Record<LineForm, string>> = {
  question: 'Question',
  answer: 'Answer',
  experience: 'Experience',
  idea: 'Idea',
  'one-sentence': 'One sentence',
  'silent-writing': 'Written in silence',
};
