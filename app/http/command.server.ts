import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { commandSchema } from '#server/rooms/command-schema.ts';
import type { AskedBy } from './asked.ts';
import { uuid } from './fields.ts';

/** The hidden field that makes a form's second sending harmless: made by the loader, one for each form. */
export const commandId = z.object({ commandId: uuid });

/**
 * The form's door to a meeting: the same schema, the same `decide` and the same log as the socket's. Goes back to
 * `back` when it was accepted.
 */
export function command(
  { meeting, ...asked }: AskedBy['meeting-member'],
  id: string,
  wanted: MemberCommand,
  back: string,
): Promise<Response | Refusal> {
  return commandTo(meeting.id, asked, { id, wanted, back });
}

type Wish = { id: string; wanted: MemberCommand; back: string };

/** The same for any room: a circle's own carries the circle's id. */
export async function commandTo(
  room: string,
  { house, asker }: AskedBy['signed-in'],
  { id, wanted, back }: Wish,
): Promise<Response | Refusal> {
  const parsed = commandSchema.safeParse(wanted);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('bad-input', { field: String(issue?.path[0] ?? 'form'), message: issue?.message ?? '' });
  }
  const answer = await house.rooms.execute({ room, actor: asker.id, id, command: parsed.data });
  return isRefusal(answer) ? answer : redirect(back, 303);
}
