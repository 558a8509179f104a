import type { z } from 'zod';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import type { LiveSocket } from './sockets.ts';

/** What a socket calls when its browser asks for something. */
export type Door = (this: LiveSocket, request: unknown, answer?: unknown) => void;

/**
 * The one wrapper of every socket handler: parses what came, runs the handler, answers. A bad shape gets a refusal that
 * names the field; a handler that throws gets a refusal and a log line; nothing asynchronous escapes. One serves all
 * sockets, which it knows by `this`: a line that does nothing costs no handlers of its own. `through`: what a request has
 * to pass before it is looked at.
 */
export function answering<Schema extends z.ZodType, Good>(
  house: House,
  name: string,
  schema: Schema,
  handler: (socket: LiveSocket, request: z.output<Schema>) => Promise<Good | Refusal>,
  through: (door: Door) => Door = (door) => door,
): Door {
  return through(function (this: LiveSocket, request: unknown, answer?: unknown): void {
    const reply = typeof answer === 'function' ? (answer as (good: Good | Refusal) => void) : () => {};
    const parsed = schema.safeParse(request);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      reply(refuse('bad-input', { field: issue?.path.map(String).join('.') || name }));
      return;
    }
    handler(this, parsed.data).then(reply, (error: unknown) => {
      house.log.error({ err: error, event: name }, 'a socket handler failed');
      reply(refuse('broken'));
    });
  });
}
