/** The minutes as a Markdown document, to keep, send or print. What members typed stays words: see markdown-text.ts. */

import type { NoteBlock } from '../notes/note-tree.ts';
import { notesMarkdown } from '../notes/notes-markdown.ts';
import { lineFormWords } from './line-form-words.ts';
import { markdownLine, markdownLines } from './markdown-text.ts';
import type { MinutedItem, MinutedLead, MinutedPerson, Minutes } from './minutes.ts';

/** How to say people, the circle and instants, each as plain text; `formatInstant` gives a date and a time of day. */
export type MinutesWords = {
  nameOf: (person: string) => string;
  circleName: string;
  formatInstant: (at: number) => string;
};

/** The document with the shared notes, ending with a line break. */
export function minutesMarkdown(
  minutes: Minutes,
  words: MinutesWords,
  notes: readonly NoteBlock[] = [],
): string {
  const blocks = [
    `# Minutes of ${markdownLine(words.circleName)}`,
    when(minutes, words),
    ...section('Decisions', decisions(minutes, words), 'No decisions were written down.'),
    ...section('Action items', actions(minutes, words), 'No action items were written down.'),
    ...section('Agenda', minutes.items.map(agendaLine(words)), 'There was no agenda.'),
    ...section('Who was here', minutes.attendance.map(presenceLine(words)), 'Nobody was in the room.'),
    ...section('Who led', minutes.led.map(leadLine(words)), 'Nobody led.'),
    ...noted(notes),
    ...talk(minutes, words),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, lines: string[], nothing: string): string[] {
  return [`## ${title}`, lines.length > 0 ? lines.join('\n') : nothing];
}

function when({ planned, held, format }: Minutes, { formatInstant }: MinutesWords): string {
  const instant = (at: number) => markdownLine(formatInstant(at));
  const lines = [`- Planned: ${instant(planned.startsAt)} to ${instant(planned.endsAt)}`];
  if (held.startedAt !== null) {
    const end = held.closedAt === null ? 'still going on' : instant(held.closedAt);
    lines.push(`- Held: ${instant(held.startedAt)} to ${end}`);
  }
  if (format !== null) lines.push(`- Format: ${markdownLine(format)}`);
  return lines.join('\n');
}

function decisions({ decisions }: Minutes, { nameOf }: MinutesWords): string[] {
  return decisions.map(({ text, by, title }) => {
    const about = title === null ? '' : `, on ${markdownLine(title)}`;
    return `- ${markdownLine(text)} (${markdownLine(nameOf(by))}${about})`;
  });
}

function actions({ actions }: Minutes, { nameOf }: MinutesWords): string[] {
  return actions.map(({ text, owner, due, doneAt }) => {
    const box = doneAt === null ? '[ ]' : '[x]';
    const by = due === null ? '' : `, by ${markdownLine(due)}`;
    const done = doneAt === null ? '' : ', done';
    return `- ${box} ${markdownLine(text)} (${markdownLine(nameOf(owner))}${by}${done})`;
  });
}

function agendaLine({ nameOf }: MinutesWords) {
  return (item: MinutedItem, index: number): string => {
    const facts = [`planned ${length(item.plannedMs)}`];
    if (item.extendedMs > 0)
      facts.push(
        `extended by ${length(item.extendedMs)}${item.extensions > 1 ? `, in ${item.extensions} votes` : ''}`,
      );
    if (item.dropped) facts.push('dropped out to keep to time');
    if (item.outcome === 'done') facts.push(`took ${length(item.takenMs)}`);
    if (item.outcome === 'unfinished') facts.push(item.goesOn ? 'not reached, carried over' : 'not reached');
    if (item.outcome === 'left-out') facts.push('left out');
    if (item.carried > 0)
      facts.push(
        item.carried === 1 ? 'carried over once before' : `carried over ${item.carried} times before`,
      );
    const by = item.bringer === null ? '' : ` (${markdownLine(nameOf(item.bringer))})`;
    const phases = item.phases.length > 1 ? `\n   Phases: ${item.phases.map(markdownLine).join(', ')}` : '';
    return `${index + 1}. ${markdownLine(item.title)}${by}: ${facts.join(', ')}${phases}`;
  };
}

function presenceLine({ nameOf, formatInstant }: MinutesWords) {
  return ({ person, arrivedAt, presentMs, share }: MinutedPerson): string => {
    const arrived = markdownLine(formatInstant(arrivedAt));
    const part = `${Math.round(share * 100)} % of the meeting`;
    return `- ${markdownLine(nameOf(person))}: arrived ${arrived}, in the room for ${length(presentMs)}, ${part}`;
  };
}

function leadLine({ nameOf, formatInstant }: MinutesWords) {
  return ({ person, from, how, at }: MinutedLead): string => {
    const name = markdownLine(nameOf(person));
    if (at === null) return `- ${name}, as planned`;
    const before = from === null ? '' : ` from ${markdownLine(nameOf(from))}`;
    const did =
      how === 'stepped-in'
        ? 'stepped in'
        : how === 'taken-back'
          ? 'took the lead back'
          : 'was handed the lead';
    return `- ${name} ${did}${before} at ${markdownLine(formatInstant(at))}`;
  };
}

function noted(notes: readonly NoteBlock[]): string[] {
  const blocks = notesMarkdown(notes);
  return blocks.length > 0 ? ['## Notes', ...blocks] : [];
}

function talk({ talk }: Minutes, { nameOf, formatInstant }: MinutesWords): string[] {
  if (talk.length === 0) return [];
  return ['## What was said'].concat(
    talk.flatMap(({ title, messages }) => [
      `### ${title === null ? 'Around the agenda' : markdownLine(title)}`,
      messages
        .map(({ author, at, text, form }) => {
          const said = markdownLines(text ?? '', '  ');
          const as = form ? `, ${lineFormWords[form].toLowerCase()}` : '';
          return `- **${markdownLine(nameOf(author))}**, ${markdownLine(formatInstant(at))}${as}:\\\n  ${said}`;
        })
        .join('\n'),
    ]),
  );
}

/** "12 min", or "40 s" below one minute. */
function length(ms: number): string {
  return ms > 0 && ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
