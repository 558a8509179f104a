import { isLeadMissing } from '#app/domain/meeting/baton.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

type Listener = { me: string; nameOf: (person: string) => string };

/**
 * What a screen reader is told about the lead: who leads, that the lead is lost or back, and who is asked. What the
 * listener is asked is not among it: that stands in the room as an alert.
 */
export function spokenLead(before: MeetingState, after: MeetingState, { me, nameOf }: Listener): string[] {
  const { holder } = after.lead;
  if (holder !== before.lead.holder) {
    if (holder === null) return [];
    return [holder === me ? 'You lead now.' : `${nameOf(holder)} leads now.`];
  }
  if (after.status === 'closed' || after.status === 'skipped') return [];
  if (after.baton.free && !before.baton.free) return ['Anybody here may take the lead now.'];
  const { offer } = after.baton;
  if (offer && offer.number !== before.baton.offer?.number) {
    return offer.to === me ? [] : [`${nameOf(offer.to)} is asked to lead.`];
  }
  if (holder === null || holder === me) return [];
  if (after.baton.grace !== null && before.baton.grace === null)
    return [`${nameOf(holder)}, who leads, has lost the connection.`];
  const isBack = isLeadMissing(before) && !isLeadMissing(after);
  return isBack ? [`${nameOf(holder)}, who leads, is here.`] : [];
}
