import { sayDate } from '#app/domain/calendar/say-date.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { findMeetingFor } from '#db/circle.ts';
import { listNextMeetings } from '#db/meetings-ahead.ts';
import { findNoteCarry, findNotes, keepNoteCarry } from '#db/note.ts';
import type { House } from '../house.ts';
import { freshState } from '../meetings/fresh-state.ts';

/**
 * Carries the notes of a meeting that was closed, or skipped, to the circle's next one: its words, once, at the end of what
 * stands there. What is copied always has the same identity, so that two who press at once, or a crash in between, copy it
 * once too. Where a skipped meeting is restored and more is noted, its notes go on anew, whole. Answers the meeting they
 * went to.
 */
export async function carryNotes(
  house: House,
  actor: string,
  meetingId: string,
): Promise<{ to: string } | Refusal> {
  const found = await findMeetingFor(house.db, actor, meetingId);
  if (!found) return refuse('not-found');

  const before = await findNoteCarry(house.db, meetingId);
  if (before) return { to: before };
  if (found.meeting.status !== 'closed' && found.meeting.status !== 'skipped')
    return refuse('too-early', { message: 'Close the meeting first; then its notes can be carried on.' });
  const at = new Date(house.now());
  const [next] = await listNextMeetings(house.db, found.circle.id, at, 1);
  if (!next) return refuse('out-of-date', { message: 'There is no next meeting yet. Plan one first.' });

  // Asked before they are copied: what somebody should add meanwhile is not counted as carried.
  const upto = (await findNotes(house.db, meetingId))?.newest ?? 0;
  const heading = `Notes from ${sayDate(found.meeting.local_date)}`;
  const update = await house.notes.carried(next.id, meetingId, heading);
  const written = update ? await house.notes.write(next.id, actor, update) : null;
  if (written && isRefusal(written)) return written;
  await keepNoteCarry(house.db, { from: meetingId, to: next.id, upto, by: actor, at });
  return { to: next.id };
}

/**
 * Carries the notes of a meeting whose lead wished so on closing it. Where there is no next meeting, or its notes are full,
 * they stay where they are; the minutes offer it again. Throws in a moment of trouble: whoever asked is to ask again.
 */
export async function carryNotesAsWished(house: House, meetingId: string): Promise<void> {
  const state = await freshState(house, meetingId);
  if (!state?.notesCarriedBy) return;
  const notes = await house.notes.read(meetingId);
  if (notes?.length === 0) return;

  const carried = await carryNotes(house, state.notesCarriedBy, meetingId);
  if (!isRefusal(carried)) return;
  if (carried.refused === 'busy') throw new Error(`The notes of ${meetingId} could not be carried on: busy.`);
  house.log.warn({ meeting: meetingId, refused: carried.refused }, 'notes were not carried');
}
