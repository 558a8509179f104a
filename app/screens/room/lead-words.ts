import { graceEnds, isLeadMissing, type Offer } from '#app/domain/meeting/baton.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** Who reads, the server's time in ms, and what everybody is called. */
type Reader = { me: string; now: number; nameOf: (person: string) => string };

/** What the room says about the lead, and a time that runs out beside it (ms since the epoch). */
export type LeadWords = { text: string; until: number | null };

/** What an offer says to whoever it is made to: the question, and the two answers. */
export function offerInWords(
  { why }: Offer,
  holder: string | null,
): { question: string; yes: string; no: string } {
  const no = 'Not now';
  if (why === 'handed')
    return { question: `${holder ?? 'Somebody'} offers you the lead.`, yes: 'Take the lead', no };
  if (why === 'back')
    return {
      question: `Welcome back. ${holder ?? 'Nobody'} leads now. Would you like the lead back?`,
      yes: 'Take the lead back',
      no,
    };
  const question = holder
    ? `${holder} is not here. Would you lead the meeting?`
    : 'Nobody leads today. Would you lead the meeting?';
  return { question, yes: 'Take the lead', no };
}

/** What everybody else sees of the lead on its way, or null when all is as it should be. */
export function leadNews(meeting: MeetingState, reader: Reader): LeadWords | null {
  return isLeadMissing(meeting) ? missing(meeting, reader) : onItsWay(meeting, reader);
}

/** The lead is here, and offers it or is to give it back. */
function onItsWay({ lead, baton }: MeetingState, { me, nameOf }: Reader): LeadWords | null {
  const { offer } = baton;
  if (!offer || lead.holder !== me) return null;
  const name = nameOf(offer.to);
  const text =
    offer.why === 'handed'
      ? `You offered the lead to ${name}. You lead until they accept.`
      : `${name} is back and is asked whether to lead again. Until then you lead.`;
  return { text, until: offer.until };
}

function missing(meeting: MeetingState, { me, now, nameOf }: Reader): LeadWords | null {
  const { lead, baton, startsAt, attendance } = meeting;
  const came = lead.holder !== null && attendance[lead.holder] !== undefined;
  const who = lead.holder === null ? 'Nobody leads today.' : `${nameOf(lead.holder)} ${absence(came)}.`;
  if (baton.offer) {
    const { to, until } = baton.offer;
    return { text: `${who} ${to === me ? 'You are' : `${nameOf(to)} is`} asked to lead.`, until };
  }
  if (baton.free) return { text: `${who} Anybody here may take the lead now.`, until: null };
  const until = graceEnds(meeting);
  // Before the hour nobody is late.
  if (until === null || (!came && now < startsAt)) return null;
  if (now >= until) return { text: who, until: null };
  return { text: `${who} Somebody else is asked to lead in`, until };
}

function absence(came: boolean): string {
  return came ? 'has lost the connection' : 'leads today and is not here yet';
}
