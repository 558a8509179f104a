/**
 * How somebody likes to be mentored: a relationship starts better when both know the other's style. Both answers
 * may be left open.
 */
export const formalities = ['formal', 'informal'] as const;
export const plannings = ['planned', 'open'] as const;

type Formality = (typeof formalities)[number];
type Planning = (typeof plannings)[number];

export const formalityWords: Readonly<Record<Formality, string>> = {
  formal: 'Rather formal',
  informal: 'Rather informal',
};

export const planningWords: Readonly<Record<Planning, string>> = {
  planned: 'Planned topics',
  open: 'Open discussion',
};

/** Somebody's style in words, such as "Rather formal, planned topics"; empty when both answers are open. */
export function sayStyle(formality: string | null, planning: string | null): string {
  const words = [...answers(formalityWords, formality), ...answers(planningWords, planning)];
  return words.map((word, place) => (place === 0 ? word : word.toLowerCase())).join(', ');
}

function answers(words: Readonly<Record<string, string>>, answer: string | null): string[] {
  const word = answer === null ? undefined : words[answer];
  return word ? [word] : [];
}
