// The whole judgement of one run: everything it wrote down against everything the database holds.
import { judgeAnswers } from './judge-answers.ts';
import { judgeLog } from './judge-log.ts';
import { judgeMembership } from './judge-membership.ts';
import { judgeNotes } from './judge-notes.ts';
import { judgeRows } from './judge-rows.ts';
import { judgeSight } from './judge-sight.ts';
import { judgeSilence } from './judge-silence.ts';
import { judgeWords } from './judge-words.ts';
import { type Lag, lagOf } from './lag.ts';
import type { Stored } from './stored.ts';
import type { Story } from './story.ts';
import { openVerdict, type Violation } from './verdict.ts';

export type Judgement = {
  violations: Violation[];
  commands: number;
  acknowledged: number;
  retried: number;
  events: number;
  seen: number;
  /** Words that were written into the notes. */
  noted: number;
  faults: number;
  settledMs: number | null;
  lag: Lag;
};

/** Says everything that is wrong with a run, and how much there was to look at. */
export function judge(story: Story, stored: Stored): Judgement {
  const verdict = openVerdict();
  judgeLog(stored, story, verdict);
  judgeAnswers(stored, story, verdict);
  judgeWords(stored, story, verdict);
  judgeSight(stored, story, verdict);
  judgeSilence(stored, story, verdict);
  judgeMembership(stored, story, verdict);
  judgeNotes(stored, story, verdict);
  judgeRows(stored, verdict);
  judgeEnd(story, verdict.find);
  const sends = [...story.sends.values()];
  return {
    violations: verdict.violations,
    commands: sends.length,
    acknowledged: story.acks.size,
    retried: sends.filter((each) => each.length > 1).length,
    events: stored.log.length,
    seen: story.sights.reduce((sum, { events }) => sum + events.length, 0),
    noted: story.notes.written.length,
    faults: story.faults,
    settledMs: story.settledMs,
    lag: lagOf(story),
  };
}

function judgeEnd(
  { settledMs, begin, deaths, ends }: Story,
  find: (wrong: 'late' | 'died', what: string) => void,
): void {
  for (const { code, signal } of deaths) find('died', `a server process ended by itself (${code ?? signal})`);
  if (settledMs === null || settledMs > begin.patience)
    find(
      'late',
      `not everything had arrived after ${settledMs ?? 'all the'} ms; ${begin.patience} were given`,
    );
  // Where the room is shut, what was not sent stays on the screen as it is.
  for (const { tab, left } of ends.filter((one) => one.connection !== 'cut'))
    for (const { id, progress } of left)
      if (progress !== 'refused') find('late', `${id} is still ${progress} in ${tab}`);
}
