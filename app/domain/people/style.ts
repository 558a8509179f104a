/**
 * How somebody likes to be mentored: a relationship starts better when both know the other's style. Both answers
 * may be left open.
 */
export const formalities = ['formal', 'informal'] as const;
export const plannings = ['planned', 'open'] as const;

export type Formality = (typeof formalities)[number];
export type Planning = (typeof plannings)[number];

export const formalityWords: Readonly<Record<Formality, string>> = {
  formal: 'Rather formal',
  informal: 'Rather informal',
};

export const planningWords: Readonly<Record<Planning, string>> = {
  planned: 'Planned topics',
  open: 'Open discussion',
};
