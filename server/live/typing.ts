/** How long somebody counts as typing after the last word of it, in ms. */
const TYPING = 4_000;

/** Who types in which room: volatile, forgotten by itself. `changed` is called when a room's typists are others now. */
export function openTyping(changed: (room: string) => void) {
  const rooms = new Map<string, Map<string, NodeJS.Timeout>>();

  function stop(room: string, person: string): void {
    const typists = rooms.get(room);
    clearTimeout(typists?.get(person));
    if (!typists?.delete(person)) return;
    if (typists.size === 0) rooms.delete(room);
    changed(room);
  }

  return {
    set(room: string, person: string, on: boolean): void {
      if (!on) {
        stop(room, person);
        return;
      }
      const typists = rooms.get(room) ?? new Map<string, NodeJS.Timeout>();
      rooms.set(room, typists);
      const known = typists.get(person);
      clearTimeout(known);
      typists.set(person, setTimeout(() => stop(room, person), TYPING).unref());
      if (!known) changed(room);
    },
    in: (room: string): string[] => [...(rooms.get(room)?.keys() ?? [])],
  };
}

export type TypingBook = ReturnType<typeof openTyping>;
