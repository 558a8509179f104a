// The texts of what `kept` drew. While a page is rendered each such piece is an element of its own, empty when its text is
// known; `unfoldPieces` puts the texts in their places and keeps those that are new.

/** More are not kept: all are forgotten then, and the next pages draw them again. */
const MOST_PIECES = 5_000;
/** Larger ones, in characters, are not worth their memory. */
const LARGEST = 20_000;

const sign = 'kept-piece';
const begins = `<${sign} n="`;
const ends = `</${sign}>`;
const ownId = /=":R[^"]*:"/;

let places = new Map<string, number>();
/** By place; each is cut where the nonce of the answer stands. */
let texts: (string[] | undefined)[] = [];

/** The number under which a piece is kept. */
export function placeOf(key: string): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(key, place);
  return place;
}

export function isKnownPiece(place: number): boolean {
  return texts[place] !== undefined;
}

/**
 * A rendered page as it is sent. Called after each rendering and before the next one begins. `nonce` differs each time and
 * is kept in no text. Throws when a piece holds an id of React's, which would be another one elsewhere on a page.
 */
export function unfoldPieces(html: string, nonce: string): string {
  const unfolded = unfold(html, nonce);
  if (places.size > MOST_PIECES) {
    places = new Map();
    texts = [];
  }
  return unfolded;
}

function unfold(html: string, nonce: string): string {
  let text = '';
  let from = 0;
  for (;;) {
    const start = html.indexOf(begins, from);
    if (start === -1) return text + html.slice(from);
    const inside = html.indexOf('>', start) + 1;
    const place = Number(html.slice(start + begins.length, inside - 2));
    const end = endOf(html, inside);
    text += html.slice(from, start);
    text += end === inside ? (texts[place]?.join(nonce) ?? '') : keep(place, html.slice(inside, end), nonce);
    from = end + ends.length;
  }
}

/** Where the piece ends that begins before `from`: others may stand inside. */
function endOf(html: string, from: number): number {
  let end = html.indexOf(ends, from);
  let next = html.indexOf(begins, from);
  while (next !== -1 && next < end) {
    end = html.indexOf(ends, end + ends.length);
    next = html.indexOf(begins, next + begins.length);
  }
  return end;
}

function keep(place: number, html: string, nonce: string): string {
  const text = unfold(html, nonce);
  if (ownId.test(text)) throw new Error(`A kept piece holds an id of React's: ${ownId.exec(text)}`);
  if (text.length <= LARGEST) texts[place] = text.split(nonce);
  return text;
}
