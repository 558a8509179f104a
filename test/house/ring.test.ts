import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Ring, type RingProps } from '#app/ui/ring.tsx';
import { crossingPath, lanePath, pointAt, seatAngles, seatRadius } from '#app/ui/ring-geometry.ts';
import type { Seat } from '#app/ui/ring-seat-model.ts';

const names = ['Aleksandra Wiśniewska-Kowalczyk', 'Marcus Lind', 'Priya Rao', 'Tom Okafor'];
const seats: Seat[] = names.map((name, index) => ({ id: `seat${index}`, name, state: 'present' }));

function draw(props: Partial<RingProps>): string {
  return renderToString(createElement(Ring, { seats, label: 'Who is here', ...props }));
}

/** The lines a screen reader hears. */
function lines(html: string): string[] {
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text ?? '');
}

describe('the ring', () => {
  it('says every fact as a list, whole names included', () => {
    const [first, second, ...others] = seats as [Seat, Seat, ...Seat[]];
    const told = [
      { ...first, lead: true, floor: true },
      { ...second, next: 1 as const, hand: 2, self: true, typing: true },
      { ...others[0]!, state: 'away' as const, next: 2 as const },
      { ...others[1]!, state: 'absent' as const },
    ];
    expect(lines(draw({ seats: told, hotSeat: 'seat3' }))).toEqual([
      'Aleksandra Wiśniewska-Kowalczyk: here, leads, has the floor',
      'Marcus Lind (you): here, leads next, hand up, number 2, is writing',
      'Priya Rao: away for a moment, leads after that',
      'Tom Okafor: not here, in the middle',
    ]);
  });

  it('leaves presence out where it means nothing', () => {
    expect(lines(draw({ presence: false }))).toEqual(names);
  });

  it('hides the drawing from screen readers and carries no inline style', () => {
    const html = draw({
      progress: 'overtime',
      arrows: [{ from: 'seat0', to: 'seat2' }],
      centre: { title: 'Check-in' },
    });
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"/);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).toContain('Check-in');
  });

  it('draws time as its share of the edge, and never more than all of it', () => {
    expect(draw({ progress: 0.25 })).toContain('stroke-dasharray="250 1000"');
    expect(draw({ progress: 7 })).toContain('stroke-dasharray="1000 1000"');
    expect(draw({ progress: -1 })).toContain('stroke-dasharray="0 1000"');
  });

  it('leaves out arrows that lead nowhere', () => {
    const heads = (html: string) => html.split('fill="currentColor"').length;
    expect(heads(draw({ arrows: [{ from: 'seat0', to: 'stranger' }] }))).toBe(heads(draw({})));
    expect(heads(draw({ arrows: [{ from: 'seat0', to: 'seat1' }] }))).toBe(heads(draw({})) + 1);
  });
});

describe('the places around the table', () => {
  it.each([4, 5, 6, 7, 8, 9, 10, 11, 12])('keep %i seats apart, and inside the drawing', (count) => {
    const places = seatAngles(count, -1).map((angle) => pointAt(angle));
    const radius = seatRadius(count);
    for (const [index, place] of places.entries()) {
      const next = places[(index + 1) % count]!;
      expect(Math.hypot(place.x - next.x, place.y - next.y)).toBeGreaterThan(2 * radius + 6);
      expect(Math.abs(place.x) + radius).toBeLessThanOrEqual(160);
    }
  });

  it('put the reader at the near side', () => {
    expect(seatAngles(7, 3)[3]).toBeCloseTo(180);
    expect(seatAngles(7, -1)[0]).toBe(0);
  });

  it('take the shorter way round for the lead', () => {
    expect(lanePath(0, 90).line).toContain(' 0 0 1 ');
    expect(lanePath(0, 270).line).toContain(' 0 0 0 ');
  });

  it('bow the two directions of a pair apart', () => {
    expect(crossingPath(0, 120, 25).line).not.toBe(crossingPath(120, 0, 25).line);
    const control = (path: string) => /Q(\S+ \S+)/.exec(path)?.[1];
    expect(control(crossingPath(0, 120, 25).line)).not.toBe(control(crossingPath(120, 0, 25).line));
  });
});
