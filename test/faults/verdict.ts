// The kinds of wrong that a checker looks for, and how it says that it found one.

/**
 * lost: acknowledged or written, and gone. duplicate: one command, two effects. reordered: not in the order of the log, or
 * of writing. phantom: stored or seen, and never sent, or not as sent. unseen: in the log, and not on a screen. leaked:
 * seen by somebody who may not. late: not within the patience of the run. misinformed: told one thing while the log says
 * another. torn: rows that are not what the log makes of them. died: a server process fell over.
 */
export const wrongs = [
  'lost',
  'duplicate',
  'reordered',
  'phantom',
  'unseen',
  'leaked',
  'late',
  'misinformed',
  'torn',
  'died',
] as const;

export type Wrong = (typeof wrongs)[number];
export type Violation = { wrong: Wrong; what: string };

/** Collects violations of one kind after the other. */
export function openVerdict() {
  const violations: Violation[] = [];
  return {
    violations,
    find(wrong: Wrong, what: string): void {
      violations.push({ wrong, what });
    },
  };
}

export type Verdict = ReturnType<typeof openVerdict>;
