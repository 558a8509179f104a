// Letters that several people type into the same lines at the same time, through the editor's own binding.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { openTypists, type Typist } from '#test/harness/typists.ts';

function settle(typists: Typist[]): void {
  // Taking something in may say something again.
  for (let round = 0; round < 3; round += 1) for (const typist of typists) typist.hear();
}

describe.each([{ reversed: false }, { reversed: true }])('P37 two in one empty line, %o', (order) => {
  function twoInAnEmptyLine() {
    const [ana, ben] = openTypists(2, order) as [Typist, Typist];
    ana.type('first');
    ana.enter();
    ben.hear();
    ben.goTo(1);
    return { ana, ben };
  }

  test('what both begin at the same moment stays whole', () => {
    const { ana, ben } = twoInAnEmptyLine();
    ana.type('a');
    ben.type('b');
    ana.hear();
    ben.hear();
    ana.type('A');
    ben.type('B');
    settle([ana, ben]);
    const line = order.reversed ? 'bBaA' : 'aAbB';
    expect(ana.lines()).toEqual(['first', line]);
    expect(ben.lines()).toEqual(['first', line]);
  });

  test('an emptied line is one text still', () => {
    const { ana, ben } = twoInAnEmptyLine();
    ana.type('x');
    ana.breakLine();
    ana.clear();
    settle([ana, ben]);
    ana.goTo(1);
    ben.goTo(1);
    ana.type('a');
    ben.type('b');
    ana.hear();
    ana.type('A');
    settle([ana, ben]);
    expect(ana.lines()).toEqual(ben.lines());
    expect([...ana.lines().join('')].sort().join('')).toBe([...'firstabA'].sort().join(''));
  });
});

test('P37 a new line and its text are one update, and are undone as one', () => {
  const [ana, ben] = openTypists(2) as [Typist, Typist];
  ana.type('first');
  const updates: Uint8Array[] = [];
  ana.doc.on('update', (update: Uint8Array) => updates.push(update));
  ben.hear();
  ana.enter();
  ben.hear(1);
  expect(
    ben.doc
      .getXmlFragment(NOTE_ROOT)
      .toArray()
      .map((line) => (line as Y.XmlElement).length),
  ).toEqual([1, 1]);
  ana.undo();
  settle([ana, ben]);
  expect(ben.lines().length).toBe(ana.lines().length);
  expect(ana.lines().length).toBeLessThan(2);
});

type Step = { who: number; what: 'type' | 'enter' | 'go' | 'hear' | 'meet'; much: number };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('type', 'type', 'type', 'enter', 'go', 'hear', 'meet'),
  much: fc.nat(7),
});

test('P37 whoever types where and whenever it arrives: every letter is there once, every word in its order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, reversed) => {
      const typists = openTypists(3, { reversed });
      const words: string[][] = typists.map(() => ['']);
      let next = 0x4e00;
      for (const { who, what, much } of steps) {
        const typist = typists[who] as Typist;
        const mine = words[who] as string[];
        if (what === 'hear') typist.hear(much);
        else if (what === 'meet') {
          meetInEmptyLine(typists, typist, much);
          for (const one of words) one.push('');
        } else if (what === 'type') {
          const letter = String.fromCharCode(next++);
          mine.push(`${mine.pop()}${letter}`);
          typist.type(letter);
        } else {
          mine.push('');
          typist.goTo(much);
          if (what === 'enter') typist.enter();
        }
      }
      settle(typists);
      const [lines = [], ...others] = typists.map(({ lines }) => lines());
      for (const other of others) expect(other).toEqual(lines);
      const said = words.flat().join('');
      expect([...lines.join('')].sort().join('')).toBe([...said].sort().join(''));
      for (const word of words.flat()) expect(lines.some((line) => holdsInOrder(line, word))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Somebody makes a line, and everybody goes there. */
function meetInEmptyLine(typists: Typist[], typist: Typist, line: number): void {
  settle(typists);
  const at = line % typist.lines().length;
  typist.goTo(at);
  typist.enter();
  settle(typists);
  for (const one of typists) one.goTo(at + 1);
}

/** Whether the letters of a word are in a line in their order; others may stand between. */
function holdsInOrder(line: string, word: string): boolean {
  return [...line].filter((letter) => word.includes(letter)).join('') === word;
}
