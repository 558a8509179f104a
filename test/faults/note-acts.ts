// What somebody does in the notes next, through the editor's own commands: mostly words, then marks, lines, lists and headings;
// they take out words of their own, and undo.
import { joinBackward, setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { TextSelection } from '@tiptap/pm/state';
import { redo, undo } from '@tiptap/y-tiptap';
import { type NoteView, noteSchema } from '#test/harness/note-view.ts';
import type { Dice } from './dice.ts';
import { noteWordsIn } from './note-words.ts';

const { nodes, marks } = noteSchema;
const kind = (name: string) => nodes[name] ?? nodes.paragraph ?? noteSchema.topNodeType;

/** A line of the notes, and where in the document a cursor can stand in it: between words. */
type Place = { node: Node; start: number; gaps: number[] };

function placesIn({ state }: NoteView): Place[] {
  const places: Place[] = [];
  state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    const gaps = new Set([0, text.length]);
    for (const word of noteWordsIn(text)) {
      const begins = text.indexOf(word);
      gaps.add(begins).add(begins + word.length);
    }
    places.push({ node, start: at + 1, gaps: [...gaps].map((gap) => at + 1 + gap).sort((a, b) => a - b) });
    return false;
  });
  return places;
}

function select(view: NoteView, from: number, to = from): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
}

/** The cursor goes between two words somewhere; or to the begin, or the end, of a line. */
function goSomewhere(view: NoteView, dice: Dice, where?: 'begin' | 'end'): void {
  const place = dice.one(placesIn(view));
  if (!place) return;
  const gap = where ? place.gaps.at(where === 'begin' ? 0 : -1) : dice.one(place.gaps);
  select(view, gap ?? place.start);
}

/** Often the first line, all of a line, or all there is, so that two people mean the same words. */
function selectSome(view: NoteView, dice: Dice): void {
  const places = placesIn(view);
  const place = dice.chance(0.4) ? places[0] : dice.one(places);
  if (!place) return;
  const [one = place.start, other = place.start] = [dice.one(place.gaps), dice.one(place.gaps)];
  const way = dice.between(1, 10);
  if (way <= 3) select(view, places[0]?.gaps[0] ?? 1, places.at(-1)?.gaps.at(-1));
  else if (way <= 7) select(view, place.start, place.start + place.node.content.size);
  else select(view, Math.min(one, other), Math.max(one, other));
}

const breakLine = (view: NoteView) =>
  splitListItem(kind('listItem'))(view.state, view.dispatch) || splitBlock(view.state, view.dispatch);

/** A line of its own, or between two words somewhere. */
export function writeWord(view: NoteView, word: string, dice: Dice): void {
  const ownLine = dice.chance(0.3);
  goSomewhere(view, dice, ownLine ? 'end' : undefined);
  if (ownLine) breakLine(view);
  view.dispatch(view.state.tr.insertText(word));
}

type NoteAct = (view: NoteView, dice: Dice, mine: (word: string) => boolean) => void;

const mark: NoteAct = (view, dice) => {
  selectSome(view, dice);
  const type = dice.chance(0.7) ? marks.bold : marks.italic;
  if (type) toggleMark(type)(view.state, view.dispatch);
};
const split: NoteAct = (view, dice) => {
  goSomewhere(view, dice);
  breakLine(view);
};
const join: NoteAct = (view, dice) => {
  goSomewhere(view, dice, 'begin');
  joinBackward(view.state, view.dispatch);
};
const breakInside: NoteAct = (view, dice) => {
  goSomewhere(view, dice);
  view.dispatch(view.state.tr.replaceSelectionWith(kind('hardBreak').create()));
};
const heading: NoteAct = (view, dice) => {
  goSomewhere(view, dice);
  const isHeading = view.state.selection.$from.parent.type === kind('heading');
  setBlockType(kind(isHeading ? 'paragraph' : 'heading'), isHeading ? null : { level: 3 })(
    view.state,
    view.dispatch,
  );
};
const list: NoteAct = (view, dice) => {
  goSomewhere(view, dice);
  const way = dice.between(1, 4);
  if (way === 1) liftListItem(kind('listItem'))(view.state, view.dispatch);
  else if (way === 2) sinkListItem(kind('listItem'))(view.state, view.dispatch);
  else wrapInList(kind(way === 3 ? 'bulletList' : 'orderedList'))(view.state, view.dispatch);
};
const takeOut: NoteAct = (view, dice, mine) => {
  const found: { from: number; to: number }[] = [];
  for (const { node, start } of placesIn(view)) {
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const word of noteWordsIn(text).filter(mine)) {
      const from = start + text.indexOf(word);
      found.push({ from, to: from + word.length });
    }
  }
  const one = dice.one(found);
  if (one) view.dispatch(view.state.tr.delete(one.from, one.to));
};

const acts = { mark, split, join, breakInside, heading, list, takeOut, undo: again, redo: again };
/** How often each, of a hundred, where somebody does something else than write. */
const shares: [number, keyof typeof acts][] = [
  [46, 'mark'],
  [12, 'split'],
  [8, 'join'],
  [4, 'breakInside'],
  [6, 'heading'],
  [8, 'list'],
  [6, 'takeOut'],
  [7, 'undo'],
  [3, 'redo'],
];

export type NoteActName = keyof typeof acts;

export function nextNoteAct(dice: Dice): NoteActName {
  let throwing = dice.between(1, 100);
  for (const [share, act] of shares) {
    throwing -= share;
    if (throwing <= 0) return act;
  }
  return 'mark';
}

function again(): void {}

/** Does it, where there is anything to do it to; `mine` tells the words that this tab may take out. */
export function doNoteAct(
  name: NoteActName,
  view: NoteView,
  dice: Dice,
  mine: (word: string) => boolean,
): void {
  if (name === 'undo') undo(view.state);
  else if (name === 'redo') redo(view.state);
  else acts[name](view, dice, mine);
}
