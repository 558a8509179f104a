// Rooms and names for servers that ask nobody who they are.
import { randomUUID } from 'node:crypto';
import type { RoomShape, World } from './world.ts';

export function bareWorld(url: string, { rooms, members }: RoomShape): World {
  const people = () => Array.from({ length: members }, () => ({ person: randomUUID(), cookie: '' }));
  return { url, rooms: Array.from({ length: rooms }, () => ({ room: randomUUID(), people: people() })) };
}
