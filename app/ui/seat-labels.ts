/** A label beside a seat holds this many characters. */
export const seatLabelLimit = 11;

/**
 * A short label for each name, in the order given: the first word; two of the same get the initial of the last word
 * ("Anna K"); anything longer than `seatLabelLimit` ends in "…".
 */
export function seatLabels(names: readonly string[]): string[] {
  const firsts = names.map((name) => name.trim().split(/\s+/u)[0] ?? '');

  return names.map((name, index) => {
    const first = firsts[index] ?? '';
    const shared = firsts.filter((other) => other === first).length > 1;
    return shared ? withInitial(first, name) : cut(first, seatLabelLimit);
  });
}

function withInitial(first: string, name: string): string {
  const last = name.trim().split(/\s+/u).slice(1).at(-1);
  if (!last) return cut(first, seatLabelLimit);
  return `${cut(first, seatLabelLimit - 2)} ${[...last][0]}`;
}

function cut(word: string, limit: number): string {
  const letters = [...word];
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : word;
}
