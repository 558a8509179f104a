/** How long somebody counts as typing after the last word of it, in ms. */
const TYPING = 4_000;

/** Who types in which room: volatile, forgotten by itself. */
export function openTyping(now: () => number) {
  const rooms = new Map<string, Map<string, number>>();
  return {
    set(room: string, person: string, on: boolean): void {
      const typists = rooms.get(room) ?? new Map<string, number>();
      if (on) typists.set(person, now() + TYPING);
      else typists.delete(person);
      if (typists.size > 0) rooms.set(room, typists);
      else rooms.delete(room);
    },
    in(room: string): string[] {
      return [...(rooms.get(room) ?? [])].filter(([, until]) => until > now()).map(([person]) => person);
    },
  };
}

export type TypingBook = ReturnType<typeof openTyping>;
