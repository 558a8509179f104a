import { createContext } from 'react';

/**
 * What the server knows of the answer that it renders. `nonce` lets its own scripts run; browsers hide it from the page, so
 * afterwards it is empty. `shape`: pages of the same one are made of the same routes; null when that cannot be said.
 */
export type Answer = { nonce?: string; shape: string | null };

export const AnswerContext = createContext<Answer>({ shape: null });
