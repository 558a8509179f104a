import type { z } from 'zod';
import { mailNewAccount } from '../mail/mail-new-account.ts';
import { mailPasswordChanged } from '../mail/mail-password-changed.ts';
import { mailRecoveryLink } from '../mail/mail-recovery-link.ts';
import { bringUpSearch } from './bring-up-search.ts';
import { closeForgottenMeetings } from './close-forgotten-meetings.ts';
import { forgetExpired } from './forget-expired.ts';
import { judgeRestored } from './judge-restored.ts';
import { keepSnapshots } from './keep-snapshots.ts';
import { settleAfterMeeting } from './settle-after-meeting.ts';
import { settleMeetings } from './settle-meetings.ts';

/** Every job by its name. */
export const jobList = {
  'bring-up-search': bringUpSearch,
  'close-forgotten-meetings': closeForgottenMeetings,
  'forget-expired': forgetExpired,
  'judge-restored': judgeRestored,
  'keep-snapshots': keepSnapshots,
  'settle-after-meeting': settleAfterMeeting,
  'settle-meetings': settleMeetings,
  'mail-new-account': mailNewAccount,
  'mail-password-changed': mailPasswordChanged,
  'mail-recovery-link': mailRecoveryLink,
};

export type JobName = keyof typeof jobList;
export type JobPayload<Name extends JobName> = z.input<(typeof jobList)[Name]['schema']>;

/** What is queued by the clock: `match` is minute, hour, day, month, weekday in UTC, as in a crontab. */
export const schedule: readonly { name: JobName; match: string }[] = [
  { name: 'close-forgotten-meetings', match: '* * * * *' },
  { name: 'bring-up-search', match: '*/5 * * * *' },
  { name: 'keep-snapshots', match: '*/5 * * * *' },
  { name: 'settle-meetings', match: '7 * * * *' },
  { name: 'forget-expired', match: '17 * * * *' },
];
