// Pieces of a meeting's room as the page draws them, for one person, with words of theirs on their way.
import { type ComponentType, createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { matchRoutes } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import { type RefusalCode, refuse } from '#app/domain/refusal.ts';
import type { Pending, RoomState } from '#app/screens/live/room-state.ts';
import { type Room, RoomProvider } from '#app/screens/room/room-context.ts';
import { nameOf, names } from './room-scene.ts';

type Context = Parameters<typeof createStaticRouter>[1];

let made = 0;

/** A command that waits for the network. */
export function waits(command: Pending['command']): Pending {
  made += 1;
  return { id: `p${made}`, command, at: made, progress: 'waiting' };
}

/** A command that was refused. */
export function refused(command: Pending['command'], code: RefusalCode): Pending {
  return { ...waits(command), progress: 'refused', refusal: refuse(code) };
}

type Scene = { pending: Pending[]; meeting?: Partial<MeetingState>; connection?: RoomState['connection'] };

/** These parts as Ana sees them. */
export function drawRoom(parts: ComponentType[], { pending, connection = 'live', ...scene }: Scene): string {
  const nothing = () => {};
  const meeting: MeetingState = { ...emptyMeeting, status: 'live', ...scene.meeting };
  const people = Object.entries(names).map(([id, name]) => ({ id, name }));
  const room = {
    ...{
      state: { room: 'r', me: 'a', meeting, people, connection, here: [], typing: [], pending, offset: 0 },
    },
    ...{ meeting, me: 'a', leads: false, circle: { id: 'c', name: 'Circle' }, zone: 'UTC', notes: null },
    ...{ store: { retry: nothing, discard: nothing }, nameOf, openActions: [], ask: nothing, act: nothing },
    mark: { version: 0, at: 0, joinedAt: 0 },
  } as unknown as Room;
  const drawn = parts.map((part) => createElement(part, { key: part.name }));
  const element = createElement(RoomProvider, { value: room }, ...drawn);
  return renderToStaticMarkup(standing(element));
}

/** On a page of the router, as what reads or sends something has to be. */
function standing(element: ReactElement): ReactElement {
  const { dataRoutes } = createStaticHandler([{ path: '*', element }]);
  const context = {
    ...{ basename: '/', location: { pathname: '/', search: '', hash: '', state: null, key: 'default' } },
    ...{ matches: matchRoutes(dataRoutes, '/') ?? [], loaderData: {}, actionData: null, errors: null },
    ...{ statusCode: 200, loaderHeaders: {}, actionHeaders: {} },
  } as unknown as Context;
  const router = createStaticRouter(dataRoutes, context);
  return createElement(StaticRouterProvider, { router, context, hydrate: false });
}
