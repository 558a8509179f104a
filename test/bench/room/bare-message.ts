// What the baselines carry: the same words, with the facts that a reader needs to show them.
export type Said = { room: string; id: string; author: string; text: string };
export type Heard = Said & { at: number };
export type Answer = (answer: { ok: true }) => void;
