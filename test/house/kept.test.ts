import { createElement, type ReactNode, useId } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { kept } from '#app/ui/kept.tsx';
import { unfoldPieces } from '#app/ui/kept-pieces.ts';

const nonce = 'bm9uY2U';
const send = (node: ReactNode, of = nonce) => unfoldPieces(renderToString(node), of);

/** A piece that counts how often it is drawn. */
function counted(name: string) {
  const drawn = { times: 0 };
  function Sign({ word, around }: { word: string; around?: ReactNode }) {
    drawn.times += 1;
    return createElement('p', null, word, ' and ', around);
  }
  return { drawn, Sign, Kept: kept(name, Sign, ({ word }) => word) };
}

test('is drawn once for each key, and looks each time as if nothing were kept', () => {
  const { drawn, Sign, Kept } = counted('sign');
  const page = (Piece: typeof Sign) =>
    createElement(
      'main',
      null,
      'before',
      createElement(Piece, { word: 'a<b' }),
      'after',
      createElement(Piece, { word: 'c' }),
    );
  const plain = renderToString(page(Sign));
  drawn.times = 0;
  for (let time = 0; time < 3; time++) expect(send(page(Kept as typeof Sign))).toBe(plain);
  expect(drawn.times).toBe(2);
});

test('may stand in another one, new or known', () => {
  const inner = counted('inner');
  const outer = counted('outer');
  const page = (Outer: typeof outer.Sign, Inner: typeof inner.Sign, word: string) =>
    createElement(Outer, { word, around: createElement(Inner, { word: 'in' }) });
  const plain = (word: string) => renderToString(page(outer.Sign, inner.Sign, word));
  for (const word of ['x', 'x', 'y', 'y'])
    expect(send(page(outer.Kept as typeof outer.Sign, inner.Kept as typeof inner.Sign, word))).toBe(
      plain(word),
    );
});

test('holds no nonce: each answer gets its own', () => {
  const Script = kept(
    'script',
    ({ of }: { of: string }) => createElement('script', { nonce: of }),
    () => 'all',
  );
  expect(send(createElement(Script, { of: 'first' }), 'first')).toBe('<script nonce="first"></script>');
  expect(send(createElement(Script, { of: 'second' }), 'second')).toBe('<script nonce="second"></script>');
});

test('is drawn each time where it has no key', () => {
  const { drawn, Sign } = counted('keyless');
  const Keyless = kept('keyless', Sign, () => null);
  for (let time = 0; time < 2; time++) expect(send(createElement(Keyless, { word: 'w' }))).toContain('<p>');
  expect(drawn.times).toBe(2);
});

test('is refused with an id that would be another one elsewhere on the page', () => {
  const Named = kept(
    'named',
    () => createElement('p', { id: useId() }),
    () => 'one',
  );
  expect(() => send(createElement(Named))).toThrow(/id of React/);
});

test('words that look like a piece are words', () => {
  const { Kept } = counted('looks-like');
  const page = createElement(
    'p',
    null,
    '<kept-piece n="0"></kept-piece>',
    createElement(Kept, { word: 'w' }),
  );
  for (let time = 0; time < 2; time++) expect(send(page)).toContain('&lt;kept-piece n=&quot;0&quot;&gt;');
});

test('all are forgotten when they have become many, and drawn again', () => {
  const { drawn, Kept } = counted('many');
  for (let word = 0; word <= 5_000; word++) send(createElement(Kept, { word: String(word) }));
  const before = drawn.times;
  expect(send(createElement(Kept, { word: '0' }))).toContain('0');
  expect(drawn.times).toBe(before + 1);
});
