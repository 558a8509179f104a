/**
 * Which ids the lines of a state have, without going through all of them: it is asked about every line that is said.
 * It is worked out from the lines alone; remembering it changes no answer.
 */
type Line = { readonly id: string };

/** By list of lines. The list that grew out of another has taken over its ids; who asks the older one has them worked out anew. */
const known = new WeakMap<readonly Line[], Set<string>>();

/** Whether one of these lines has this id. */
export function holdsLine(lines: readonly Line[], id: string): boolean {
  let ids = known.get(lines);
  if (!ids) {
    ids = new Set(lines.map((line) => line.id));
    known.set(lines, ids);
  }
  return ids.has(id);
}

/** Gives what is known of `before` on to `after`: the same lines with `line` at the end, some at the beginning gone. */
export function handOnIds(before: readonly Line[], after: readonly Line[], line: Line): void {
  const ids = known.get(before);
  if (!ids) return;
  known.delete(before);
  const gone = before.length + 1 - after.length;
  // Where two lines share an id, or more than one is gone, counting on is not worth it.
  if (ids.size !== before.length || gone > 1) return;
  if (gone === 1) ids.delete(goneOf(before, after));
  ids.add(line.id);
  known.set(after, ids);
}

/** The one id of `before` that is not in `after`. */
function goneOf(before: readonly Line[], after: readonly Line[]): string {
  const place = before.findIndex((line, index) => line !== after[index]);
  return before[place]?.id ?? '';
}

/** Gives what is known of `before` on to a copy of it. */
export function handOnSameIds(before: readonly Line[], copy: readonly Line[]): void {
  const ids = known.get(before);
  known.delete(before);
  if (ids) known.set(copy, ids);
}

/** Tells that `line` is about to be put at the end of this very list, and that `gone` leaves it. */
export function tellIds(lines: readonly Line[], line: Line, gone: Line | undefined): void {
  const ids = known.get(lines);
  if (!ids) return;
  if (ids.size !== lines.length) known.delete(lines);
  else {
    if (gone) ids.delete(gone.id);
    ids.add(line.id);
  }
}
