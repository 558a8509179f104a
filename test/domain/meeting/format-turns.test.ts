// What each of four people may do in every phase of all 14 formats: the table in format-turns.ts, tried one by one.
import { expect, test } from 'vitest';
import { formats, type MeetingFormat } from '#app/domain/meeting/formats.ts';
import { type LineForm, lineForms } from '#app/domain/meeting/phases.ts';
import { meetingRoles } from '#app/domain/meeting/roles.ts';
import { currentPhase } from '#app/domain/meeting/turn.ts';
import { formatTurns } from './format-turns.ts';
import { circle, type Meeting, plannedMeeting, play } from './meeting-builder.ts';

/** Ada leads, Ben has every hot seat, Cleo every role, Dov none of it; all are in the room. Around the ring after Ada: Ben. */
function begun(format: MeetingFormat): Meeting {
  const meeting = plannedMeeting()
    .at(-5)
    .arrive(...circle);
  const items = format.steps.map((_, index) => `s${index}`);
  meeting.does('ada', { kind: 'format.choose', format: format.id, items });
  for (const { id, itemKind } of meeting.state.items)
    if (itemKind === 'hot-seat') meeting.does('ada', { kind: 'seat.give', item: id, person: 'ben' });
  for (const role of meetingRoles)
    if (format.roles.includes(role)) meeting.does('ada', { kind: 'role.give', role, person: 'cleo' });
  return meeting.at(0);
}

const forms: readonly (LineForm | null)[] = [null, ...lineForms];

/** What becomes of a plain statement and of a question, said in every form: the forms of the lines that are accepted. */
function said(meeting: Meeting, person: string): string {
  const carried = new Set<string>();
  for (const text of ['I would wait.', 'Why now?']) {
    for (const form of forms) {
      const command = { kind: 'message.post' as const, message: 'm', text, ...(form && { form }) };
      const [event] = play(meeting.state, person, command, meeting.now).events;
      if (event?.kind === 'message.posted') carried.add(event.form ?? 'any');
    }
  }
  return [...carried].join('/') || '-';
}

/** The same, and whether they may ask for the floor or have it. */
function mayDo(meeting: Meeting, person: string): string {
  const { floor } = meeting.state;
  const raised = play(meeting.state, person, { kind: 'hand.raise' }, meeting.now);
  const speaks = floor.holder?.person === person ? '!' : raised.refused === null ? '+' : '';
  return `${said(meeting, person)}${speaks}`;
}

function tableOf(format: MeetingFormat): string[] {
  const meeting = begun(format);
  const rows: string[] = [];
  for (const { id } of meeting.state.items) {
    meeting.clock('item.start', id);
    for (let at = currentPhase(meeting.state); at; at = currentPhase(meeting.state)) {
      const cells = [...circle].map((person) => mayDo(meeting, person));
      rows.push(`${at.phase.name.slice(0, 34)} | ${cells.join(' ')}`);
      if (!at.next) break;
      meeting.does('ada', { kind: 'phase.start', item: id, phase: at.index + 1, from: at.index });
    }
  }
  return rows;
}

test.each(formats)('G6 G9 G10 G13 Q3 $id: every phase lets those write and speak whom it names', (format) => {
  expect(tableOf(format)).toEqual(formatTurns[format.id]);
});

test('G6 the table has all 14 formats, and no other', () => {
  expect(Object.keys(formatTurns)).toEqual(formats.map(({ id }) => id));
  expect(formats).toHaveLength(14);
});

test('G6 whoever is refused is told who may and when', () => {
  for (const format of formats) {
    const meeting = begun(format);
    for (const { id } of meeting.state.items) {
      meeting.clock('item.start', id);
      for (const person of circle) {
        const { refused } = play(
          meeting.state,
          person,
          { kind: 'message.post', message: 'm', text: 'Why?' },
          meeting.now,
        );
        if (refused) expect(refused.message, `${format.id} ${id}`).toMatch(/^[A-Z].+\. .+\.$/);
      }
    }
  }
});
