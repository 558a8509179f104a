/**
 * What Rondo says when it does not do what was asked: one closed list for forms and sockets alike.
 * A refusal is a value. It changes nothing, and its sentence tells what happened and what to do.
 */
const table = {
  'not-found': { status: 404, sentence: 'There is nothing here for you to see.' },
  'signed-out': { status: 401, sentence: 'Please sign in first.' },
  'bad-input': { status: 400, sentence: 'Please check what you entered.' },
  'not-yours': { status: 403, sentence: 'Only the person it belongs to can do that.' },
  'not-leading': { status: 403, sentence: 'Only the facilitator can do that right now.' },
  'not-your-turn': { status: 409, sentence: 'It is not your turn.' },
  'not-allowed': { status: 403, sentence: 'The circle’s rules do not allow that.' },
  'wrong-credentials': { status: 403, sentence: 'That address and password do not match.' },
  'link-spent': { status: 410, sentence: 'This link has expired or was already used. Ask for a new one.' },
  'circle-full': { status: 409, sentence: 'This circle is full.' },
  'already-done': { status: 409, sentence: 'That has already been done.' },
  'too-early': { status: 409, sentence: 'The room opens 15 minutes before the meeting.' },
  'meeting-closed': { status: 409, sentence: 'This meeting is closed.' },
  'voting-closed': { status: 409, sentence: 'Voting is closed.' },
  'no-dots-left': { status: 409, sentence: 'You have 3 dots, at most 2 on one item.' },
  'out-of-date': { status: 409, sentence: 'Somebody else changed this a moment before you. Look again.' },
  'not-present': { status: 409, sentence: 'That person is not in the room.' },
  'limit-reached': { status: 409, sentence: 'That is as many as fit here.' },
  'command-id-taken': { status: 409, sentence: 'That was already sent with other words.' },
  'too-large': { status: 413, sentence: 'That is too long to send.' },
  'slow-down': { status: 429, sentence: 'That was a lot at once. Wait a moment, then try again.' },
  busy: { status: 503, sentence: 'Rondo is busy. Nothing was lost; try again in a moment.' },
  broken: {
    status: 500,
    sentence: 'Something went wrong on our side. Nothing was changed; please try again.',
  },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type RefusalCode = keyof typeof table;

/** `field` names the input at fault; `retryMs` says how long to wait, in milliseconds. */
export type Refusal = { refused: RefusalCode; message: string; field?: string; retryMs?: number };

/** Every code with its HTTP status and sentence, for tests that walk the list. */
export const refusals: Readonly<Record<RefusalCode, { status: number; sentence: string }>> = table;

/** A refusal with the sentence of the list, or a more exact one. */
export function refuse(code: RefusalCode, more: Omit<Partial<Refusal>, 'refused'> = {}): Refusal {
  return { refused: code, message: table[code].sentence, ...more };
}

/** Tells a refusal from any other answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && 'message' in answer;
}

/** The HTTP status of a refusal. */
export function statusOf(refusal: Refusal): number {
  return table[refusal.refused].status;
}
