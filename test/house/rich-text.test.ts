// Nothing typed becomes markup. What people mean by their little marks does show.
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { RichText } from '#app/screens/talk/rich-text.tsx';

const draw = (text: string) => renderToStaticMarkup(createElement(RichText, { text }));
/** The tags and attributes of what was drawn. */
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];
/** What a reader sees. */
const seen = (html: string) =>
  html
    .replace(/<br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

describe('what people mean', () => {
  test.each([
    ['plain words', 'plain words'],
    ['two\nlines', 'two<br/>lines'],
    ['*soft* and **strong**', '<em>soft</em> and <strong>strong</strong>'],
    ['_soft_ and __strong__', '<em>soft</em> and <strong>strong</strong>'],
    ['**strong and _both_**', '<strong>strong and <em>both</em></strong>'],
    ['snake_case_names stay', 'snake_case_names stay'],
    ['2 * 3 * 4', '2 * 3 * 4'],
  ])('%j', (text, html) => {
    expect(draw(text).replace(/<\/?span[^>]*>/g, '')).toBe(html);
  });

  test('code keeps its characters', () => {
    expect(draw('run `a <b> && *c*` now')).toMatch(/<code[^>]*>a &lt;b&gt; &amp;&amp; \*c\*<\/code> now/);
  });

  test.each([
    [
      'https://example.org/a?b=1&c=2',
      'https://example.org/a?b=1&amp;c=2',
      'https://example.org/a?b=1&amp;c=2',
    ],
    ['www.example.org', 'http://www.example.org/', 'www.example.org'],
    ['[the list](https://example.org/list)', 'https://example.org/list', 'the list'],
    ['<https://example.org>', 'https://example.org/', 'https://example.org'],
    ['ana@example.org', 'mailto:ana@example.org', 'ana@example.org'],
  ])('%j is a link that leaves safely', (text, href, words) => {
    const html = draw(`see ${text} please`);
    expect(html).toContain(`href="${href}"`);
    expect(html).toContain('rel="noopener noreferrer nofollow"');
    expect(html).toContain('target="_blank"');
    expect(html).toContain(`>${words}</a>`);
  });

  test.each([
    '# not a heading',
    '- not a list\n- at all',
    '> no quote',
    '1. one\n2. two',
    '---',
    '    indented',
  ])('blocks stay the characters they are: %j', (text) => {
    expect(tags(draw(`${text} *x*`)).every((tag) => /^<\/?(span|em|br)\b/.test(tag))).toBe(true);
    expect(seen(draw(`${text} *x*`))).toContain(text.trim().split('\n')[0]);
  });

  test('several paragraphs stand apart', () => {
    expect(draw('*one*\n\ntwo').match(/<span class="(mt-2 )?block">/g)).toHaveLength(2);
  });
});

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](java&#x09;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/meetings/1)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](https://evil.example/p.png)',
  '[![x](https://evil.example/p.png)](https://evil.example)',
  '[x]: javascript:alert(1)\n[x]',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '`<script>alert(1)</script>`',
  '**<b onclick=alert(1)>**',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '"><script>alert(1)</script>',
  '*</span><script>alert(1)</script>*',
];
const harmless =
  /^<(\/(span|em|strong|code|a)|br\/|em|strong|span( class="[^"<>]*")?|code class="[^"<>]*"|a href="(https?:\/\/|mailto:)[^"<>]*" title="[^"<>]*" target="_blank" rel="noopener noreferrer nofollow" class="[^"<>]*")>$/;

describe('what people try', () => {
  test.each(attacks)('%j draws nothing but what it may', (text) => {
    for (const html of [draw(text), draw(`*a* ${text}`), draw(`${text}\n\nb`)])
      expect(tags(html).filter((tag) => !harmless.test(tag))).toEqual([]);
  });

  test('whatever is put together from such pieces draws nothing but what it may', () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks),
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '[',
        '](',
        ')',
        '<',
        '>',
        '\\',
        '&',
        '\n',
        '://',
        'www.',
        '@',
        '"',
        "'",
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = draw(pieces.join(''));
        expect(tags(html).filter((tag) => !harmless.test(tag))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('words without marks are drawn as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z '".,;!?()\n-]{0,60}$/), (text) => {
        expect(seen(draw(text))).toBe(text);
      }),
    );
  });

  test.each(['*a_b', '*_', 'a*', '[a](', '[]', '`a', '&amp;', '<a>', 'www.a', 'a@'])(
    'the longest line, full of %j, is drawn in no time',
    (unit) => {
      const text = unit.repeat(8_000 / unit.length);
      draw(text);
      const started = performance.now();
      draw(text);
      expect(performance.now() - started).toBeLessThan(250);
    },
  );
});
