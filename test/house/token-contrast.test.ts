import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, luminance, over, parseOklch, type Rgb } from './colour.ts';

const css = readFileSync(new URL('../../app/ui/tokens.css', import.meta.url), 'utf8');
const face = readFileSync(new URL('../../app/ui/seat-face.tsx', import.meta.url), 'utf8');
const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(day);
const themes = { light, dark: new Map([...light, ...colours(night)]) };

/** Every plain colour token of a block, by its name without `--color-`. */
function colours(block: string): Map<string, string> {
  const found = block.matchAll(/--color-([a-z0-9-]+): (oklch\([\d. ]+\));/g);
  return new Map([...found].map(([, name, value]) => [name ?? '', value ?? '']));
}

const grounds = ['paper', 'surface', 'well'];
const seats = ['1', '2', '3', '4', '5', '6', '7', '8'].map((tone) => `seat-${tone}`);

/** Text on its ground: 4.5:1. */
const texts: [string, string[]][] = [
  ['ink', [...grounds, 'accent-soft', 'lead-soft', 'good-soft', 'warn-soft', 'stop-soft']],
  ['ink-soft', [...grounds, 'lead-soft', 'accent-soft']],
  ['accent', ['paper', 'surface']],
  ['accent-strong', [...grounds, 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['lead-ink', ['paper', 'surface', 'lead-soft']],
  ['good', ['paper', 'surface', 'good-soft']],
  ['warn', ['paper', 'surface', 'warn-soft']],
  ['stop', [...grounds, 'stop-soft']],
  ['on-stop', ['stop']],
  ['on-seat', seats],
];

/** Shapes that carry meaning, against what is beside them: 3:1. */
const shapes: [string, string[]][] = [
  ['line-strong', ['paper', 'surface']],
  ['accent', [...grounds, 'line', 'accent-soft']],
  ['lead', ['paper', 'surface', 'lead-soft']],
  ['give', grounds],
  ['receive', grounds],
  ['good', ['surface', 'good-soft']],
  ['warn', ['surface', 'warn-soft']],
  ['stop', ['surface', 'stop-soft', 'line']],
  ['focus', [...grounds, 'lead-soft', 'accent-soft']],
];

describe.each(Object.entries(themes))('%s tokens', (_, tokens) => {
  const colour = (name: string): Rgb => parseOklch(tokens.get(name) ?? `missing token ${name}`);
  const pairs = (table: [string, string[]][]) =>
    table.flatMap(([top, under]) => under.map((ground) => [top, ground]));

  it.each(pairs(texts))('text %s on %s reaches 4.5:1', (top, ground) => {
    expect(contrast(colour(top ?? ''), colour(ground ?? ''))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))('shape %s beside %s reaches 3:1', (top, ground) => {
    expect(contrast(colour(top ?? ''), colour(ground ?? ''))).toBeGreaterThanOrEqual(3);
  });

  it.each(seats)('initials stay readable over the pattern of %s', (seat) => {
    const opacity = Number(/fillOpacity=\{([\d.]+)\}/.exec(face)?.[1]);
    const pattern = over(colour('on-seat'), colour(seat), opacity);
    expect(contrast(colour('on-seat'), pattern)).toBeGreaterThanOrEqual(4.5);
  });

  it('give and receive differ in lightness, not in hue alone', () => {
    expect(contrast(colour('give'), colour('receive'))).toBeGreaterThanOrEqual(1.8);
  });
});

describe('the tokens together', () => {
  it('give every light colour a dark one', () => {
    expect([...colours(night).keys()].sort()).toEqual([...light.keys()].sort());
  });

  it('are dark by night: paper darker than ink', () => {
    const value = (name: string) => luminance(parseOklch(themes.dark.get(name) ?? ''));
    expect(value('paper')).toBeLessThan(value('ink'));
  });
});

describe('the measuring itself', () => {
  it('knows black, white and a mid grey', () => {
    const black = parseOklch('oklch(0 0 0)');
    const white = parseOklch('oklch(1 0 0)');
    expect(contrast(black, white)).toBeCloseTo(21, 2);
    // #767676 on white is the textbook 4.54:1; its oklch lightness is 0.5655.
    expect(contrast(parseOklch('oklch(0.5655 0 0)'), white)).toBeCloseTo(4.54, 1);
  });
});
