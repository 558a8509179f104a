import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { expect, test } from 'vitest';
import { markdownLine } from '#app/domain/meeting/markdown-text.ts';
import { minutesOf } from '#app/domain/meeting/minutes.ts';
import { minutesMarkdown } from '#app/domain/meeting/minutes-markdown.ts';
import { minute, openMeeting } from './meeting-builder.ts';

type Node = {
  type: string;
  value?: string;
  depth?: number;
  ordered?: boolean | null;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
};

const read = (markdown: string): Node =>
  fromMarkdown(markdown, {
    extensions: [gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });

const words = new Set(['text', 'inlineCode', 'break']);

/** A document without its words: what is a heading, a list, a paragraph, in which order. */
function shape(node: Node): unknown {
  const { type, depth, ordered, children } = node;
  return [type, depth ?? ordered ?? null, (children ?? []).filter((one) => !words.has(one.type)).map(shape)];
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/** The text nodes as they were written, with what escapes them. */
function sourcesOf({ type, position, children }: Node, document: string): string[] {
  if (type === 'text') return [document.slice(position?.start.offset, position?.end.offset)];
  return (children ?? []).flatMap((child) => sourcesOf(child, document));
}

const withoutSpace = (text: string) => text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]/gu, '');

/** Minutes of a meeting in which everything that can be typed says `typed`. */
function minutesSaying(typed: string): string {
  const meeting = openMeeting().propose('t', { title: typed, bringer: 'ben' }).propose('u', { title: typed });
  meeting.at(0).clock('item.start', 't');
  meeting.does('ben', { kind: 'message.post', message: 'm1', text: typed });
  meeting.does('cleo', { kind: 'message.post', message: 'm2', text: typed });
  meeting.does('ben', { kind: 'decision.record', decision: 'd', text: typed });
  meeting.does('ben', { kind: 'action.add', action: 'a', text: typed, owner: 'ben', due: '2026-12-01' });
  meeting.does('ben', { kind: 'action.add', action: 'b', text: typed, owner: 'ben', due: null });
  meeting.does('ben', { kind: 'action.complete', action: 'b' });
  meeting.handOver('ada', 'cleo');
  meeting.at(9).does('cleo', { kind: 'meeting.close' });
  return minutesMarkdown(minutesOf(meeting.state), {
    nameOf: () => typed,
    circleName: typed,
    formatInstant: (at) => `minute ${(at - minute(0)) / 60_000}`,
  });
}

const piece = fc.oneof(
  fc.constantFrom(
    ...['#', '# a', '---', '===', '***', '- ', '+ ', '* ', '1. ', '2)', '> ', '```', '~~~', '    ', '\t'],
    ...['<b>', '<script>', '<!--', '<?', '&lt;', '&#35;', '[a](b)', '![a](b)', '[a]: b', '[^1]', '[ ] '],
    ...[
      '|a|b|',
      '|-|-|',
      ':-',
      'https://a.bc',
      'www.a.bc',
      'a@b.cd',
      '<a@b.cd>',
      '<https://a.bc>',
      '(www.a.bc)',
    ],
    ...['\\', '`', '``', '*', '**', '_', '__', '~', '$', '!', '=', ':', '&', '{', 'word', '1', 'a_b'],
    ...[' ', ' ', '\n', '\n\n', '\r\n', '\r', '\u00a0', '\u2028', '\u0000', '\u0085', '\ud800'],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const typedText = fc.oneof(
  fc.array(piece, { maxLength: 8, size: 'max' }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 40 }),
);

test('D1 nothing typed becomes a heading, list, quote, table, rule, code block, link, emphasis or HTML', () => {
  const plain = JSON.stringify(shape(read(minutesSaying('word'))));
  fc.assert(
    fc.property(typedText, (typed) => {
      expect(JSON.stringify(shape(read(minutesSaying(typed))))).toBe(plain);
    }),
    { numRuns: 150 },
  );
});

test('D1 no line of the document has a bar that could begin a table, or a raw angle bracket', () => {
  fc.assert(
    fc.property(typedText, (typed) => {
      const document = minutesSaying(typed);
      for (const source of sourcesOf(read(document), document)) {
        expect(source).not.toMatch(/(?<!\\)(?:\\\\)*[|<>]/);
      }
    }),
    { numRuns: 100 },
  );
});

test('D2 read as Markdown, every typed text says what was typed', () => {
  fc.assert(
    fc.property(typedText, (typed) => {
      const said = withoutSpace(textOf(read(minutesSaying(typed))));
      expect(said.split(withoutSpace(typed)).length).toBeGreaterThan(10);
    }),
    { numRuns: 100 },
  );
});

test('D2 ordinary words stay as they are, and nothing is never nothing', () => {
  expect(markdownLine('Don’t wait: ask (early), 3 - 5 days. 100 %!')).toBe(
    'Don’t wait: ask (early), 3 - 5 days. 100 %!',
  );
  expect(markdownLine(' \n ')).toBe('–');
});

test('D3 addresses stand in code marks', () => {
  expect(markdownLine('see https://a.bc/d_e and ada@a.bc')).toBe('see `https://a.bc/d_e` and `ada@a.bc`');
});

test('the document reads like minutes', () => {
  const meeting = openMeeting().at(0);
  meeting.clock('item.start', 'x');
  meeting.does('ben', { kind: 'message.post', message: 'm', text: 'First.\n\n- Second' });
  meeting.does('ben', { kind: 'decision.record', decision: 'd', text: 'We meet in #3' });
  meeting.does('ben', { kind: 'action.add', action: 'a', text: 'Book it', owner: 'cleo', due: '2026-12-01' });
  meeting.at(12).handOver('ada', 'ben');
  meeting.does('ben', { kind: 'meeting.close' });
  const document = minutesMarkdown(minutesOf(meeting.state), {
    nameOf: (person) => `${person[0]?.toUpperCase()}${person.slice(1)}`,
    circleName: 'Harbour',
    formatInstant: (at) => new Date(at).toISOString().slice(11, 16),
  });
  expect(document).toBe(`# Minutes of Harbour

- Planned: 18:00 to 19:30
- Held: 18:00 to 18:12

## Decisions

- We meet in \\#3 (Ben, on x)

## Action items

- [ ] Book it (Cleo, by 2026-12-01)

## Agenda

1. x: planned 10 min, took 12 min
2. y: planned 10 min, not reached, carried over
3. z: planned 10 min, not reached, carried over

## Who was here

- Ada: arrived 17:55, in the room for 17 min, 100 % of the meeting
- Ben: arrived 17:55, in the room for 17 min, 100 % of the meeting
- Cleo: arrived 17:55, in the room for 17 min, 100 % of the meeting

## Who led

- Ada, as planned
- Ben was handed the lead from Ada at 18:12

## What was said

### x

- **Ben**, 18:00:\\
  First.\\
  \\- Second
`);
});
