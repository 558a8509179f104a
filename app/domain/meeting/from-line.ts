/**
 * What a written line becomes.
 *
 * O4 A line becomes a topic that its author brings, or an action item of its author's. It keeps the line's id, so that it
 *    becomes each of them once, whoever presses.
 * O5 A line that is too long for a title gives its beginning to it; as a topic its whole words, up to their limit, stand in
 *    what help is wanted.
 */
import { cleanLine, cleanText, lengthOf } from '../people/typed-text.ts';
import type { Message } from '../talk/talk.ts';
import type { MemberCommand } from './commands.ts';

const TITLE_LIMIT = 120;
const HELP_LIMIT = 500;
const ACTION_LIMIT = 500;

type Line = Pick<Message, 'id' | 'author'> & { text: string };

/** O4 O5: the command that makes a topic of a line; nobody brings it when its author has left the circle. */
export function topicFrom(
  { id, author, text }: Line,
  isMember: boolean,
  minutes: number,
): MemberCommand & { kind: 'item.propose' } {
  const title = cut(cleanLine(text), TITLE_LIMIT);
  const help = lengthOf(cleanLine(text)) > TITLE_LIMIT ? cut(cleanText(text), HELP_LIMIT) : '';
  const rest = { itemKind: 'topic', minutes } as const;
  return { kind: 'item.propose', item: id, title, help, bringer: isMember ? author : null, ...rest };
}

/** O4 O5: the command that makes an action item of a line. */
export function actionFrom({ id, author, text }: Line): MemberCommand & { kind: 'action.add' } {
  return {
    kind: 'action.add',
    action: id,
    text: cut(cleanLine(text), ACTION_LIMIT),
    owner: author,
    due: null,
  };
}

/** At most `limit` characters, ended where a word ends if there is one near. */
function cut(text: string, limit: number): string {
  if (lengthOf(text) <= limit) return text;
  const begun = [...text].slice(0, limit - 1).join('');
  const whole = begun.replace(/\s+\S{0,20}$/u, '');
  return `${whole.trimEnd()}…`;
}
