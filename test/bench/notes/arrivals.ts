// When every character that somebody typed has reached everybody else.
import * as Y from 'yjs';

type Typed = { client: number; clock: number; at: number; missing: number };

export function openArrivals() {
  const docs: Y.Doc[] = [];
  /** By writer: what was typed and has not reached everybody, oldest first. */
  let open = new Map<number, Typed[]>();
  let waits: number[] = [];
  let typed = 0;
  let told: (() => void) | null = null;

  /** One replica has moved on: whatever it now has for the first time is missing at one place less. */
  function seen(doc: Y.Doc, before: Map<number, number>): void {
    const now = performance.now();
    for (const [client, queue] of open) {
      if (client === doc.clientID) continue;
      const [from, to] = [before.get(client) ?? 0, Y.getState(doc.store, client)];
      if (from === to) continue;
      for (const one of queue) {
        if (one.clock <= from || one.clock > to) continue;
        one.missing -= 1;
        if (one.missing === 0) waits.push(now - one.at);
      }
      const left = queue.filter(({ missing }) => missing > 0);
      open.set(client, left);
    }
    if (isWhole()) told?.();
  }

  const isWhole = () => [...open.values()].every((queue) => queue.length === 0);

  return {
    follow(doc: Y.Doc): void {
      docs.push(doc);
      doc.on('afterTransaction', ({ beforeState }: Y.Transaction) => seen(doc, beforeState));
    },
    begin(): void {
      open = new Map();
      waits = [];
      typed = 0;
    },
    typed({ clientID: client, store }: Y.Doc): void {
      typed += 1;
      const one = {
        client,
        clock: Y.getState(store, client),
        at: performance.now(),
        missing: docs.length - 1,
      };
      const queue = open.get(client);
      if (queue) queue.push(one);
      else open.set(client, [one]);
    },
    /** Resolves when nothing is missing anywhere. */
    whole: () =>
      new Promise<void>((resolve) => {
        told = resolve;
        if (isWhole()) resolve();
      }),
    end: () => ({ typed, waits }),
  };
}
