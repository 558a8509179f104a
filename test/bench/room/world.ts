// What the load needs to know of a server: its address, its rooms, and who may come in with which cookie.
export type RoomShape = { rooms: number; members: number };
export type Place = { person: string; cookie: string };
export type World = { url: string; rooms: { room: string; people: Place[] }[] };
