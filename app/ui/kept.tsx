// For servers alone. A component that is kept says so where it is exported, and browsers never load a word of it:
// `export const Sign = import.meta.env.SSR ? kept('sign', DrawnSign, ({ size }) => size) : DrawnSign;`
import { type ComponentType, createElement } from 'react';
import { isKnownPiece, placeOf } from './kept-pieces.ts';

/**
 * A component whose drawing the server makes once and keeps as text, for the parts of a page that look the same time and
 * again. What it draws must follow from the key alone: `keyOf` says all that it depends on, and null where it should be
 * drawn each time. It must not use `useId`, and what it hears (`onClick`) does not count, because a server hears nothing.
 */
export function kept<Props extends object>(
  name: string,
  Piece: ComponentType<Props>,
  keyOf: (props: Props) => string | null,
): ComponentType<Props> {
  return function Kept(props: Props) {
    const key = keyOf(props);
    if (key === null) return <Piece {...props} />;
    const place = placeOf(`${name} ${key}`);
    return createElement('kept-piece', { n: place }, isKnownPiece(place) ? null : <Piece {...props} />);
  };
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number for something that is only equal to itself, such as a component: a part of a key. */
export function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(thing, count);
  return count;
}
