import { z } from 'zod';
import { ITEM_LIMIT, itemKinds } from '#app/domain/meeting/agenda.ts';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { floorOrders } from '#app/domain/meeting/floor.ts';
import { MOST_STEPS } from '#app/domain/meeting/formats.ts';
import { thumbs } from '#app/domain/meeting/overrun.ts';
import { lineForms } from '#app/domain/meeting/phases.ts';
import { meetingRoles } from '#app/domain/meeting/roles.ts';
import { MOST_SEED, roundOrders } from '#app/domain/meeting/round.ts';
import { cleanLine, cleanText, lengthOf } from '#app/domain/people/typed-text.ts';
import { MESSAGE_LIMIT } from '#app/domain/talk/talk.ts';

/** The most characters of what is typed into a room, by field. */
export const textLimits = { message: MESSAGE_LIMIT, title: 120, help: 500, decision: 1_000, action: 500 };

/** Any UUID as crypto.randomUUID makes them: ids are made by whoever sends the command. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'This is not an id.');

const rev = z.number().int().min(0).max(1_000_000);
/** The how manyth phase of an item. */
const place = z.number().int().min(0).max(99);

function words(limit: number, clean: (text: string) => string, least: 0 | 1) {
  return z
    .string()
    .max(limit * 4, `Please keep this to ${limit} characters.`)
    .transform(clean)
    .refine((text) => text.length >= least, 'Please fill this in.')
    .refine((text) => lengthOf(text) <= limit, `Please keep this to ${limit} characters.`);
}

const isDay = (value: string) => {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
};

/** A calendar day that exists, or null for no date. */
const due = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Please choose a day.')
  .refine(isDay, 'Please choose a day.')
  .nullable();

const draft = {
  title: words(textLimits.title, cleanLine, 1),
  itemKind: z.enum(itemKinds),
  minutes: z
    .number('Please give whole minutes.')
    .int()
    .min(1, 'At least one minute.')
    .max(120, 'At most 120 minutes.'),
  bringer: idSchema.nullable(),
  help: words(textLimits.help, cleanText, 0),
};

const message = words(textLimits.message, cleanText, 1);
const action = { action: idSchema, text: words(textLimits.action, cleanLine, 1), owner: idSchema, due };

/** A command of one kind with its fields and nothing else. */
function command<Kind extends MemberCommand['kind'], Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), ...shape });
}

/** What members may send, as it crosses the wire. The house's own commands are not among them. */
export const commandSchema = z.discriminatedUnion('kind', [
  command('message.post', {
    message: idSchema,
    text: message,
    thread: idSchema.optional(),
    form: z.enum(lineForms).optional(),
  }),
  command('message.edit', { message: idSchema, text: message }),
  command('message.retract', { message: idSchema }),
  command('format.choose', { format: z.string().max(60), items: z.array(idSchema).max(MOST_STEPS) }),
  command('item.propose', { item: idSchema, ...draft }),
  command('item.edit', { item: idSchema, ...draft }),
  command('item.withdraw', { item: idSchema }),
  command('item.move', { item: idSchema, after: idSchema.nullable() }),
  command('vote.cast', { item: idSchema, dots: z.number().int().min(0).max(3) }),
  command('voting.close', {}),
  command('meeting.start', {}),
  command('meeting.close', { notes: z.literal('carry').optional() }),
  command('item.start', { item: idSchema, rev }),
  command('item.pause', { item: idSchema, rev }),
  command('item.resume', { item: idSchema, rev }),
  command('item.finish', { item: idSchema, rev }),
  command('item.next', { running: idSchema.nullable() }),
  command('item.keep', { item: idSchema }),
  command('phase.start', { item: idSchema, phase: place, from: place }),
  command('seat.give', { item: idSchema, person: idSchema.nullable() }),
  command('role.give', { role: z.enum(meetingRoles), person: idSchema.nullable() }),
  command('extension.ask', { item: idSchema, rev, drops: z.array(idSchema).max(ITEM_LIMIT) }),
  command('thumb.show', { item: idSchema, thumb: z.enum(thumbs) }),
  command('hand.raise', {}),
  command('hand.lower', { person: idSchema }),
  command('floor.give', { person: idSchema }),
  command('floor.end', { person: idSchema }),
  command('floor.order', { order: z.enum(floorOrders) }),
  command('floor.limit', { minutes: z.number().int().min(1).max(30).nullable() }),
  command('round.invite', { order: z.enum(roundOrders), seed: z.number().int().min(0).max(MOST_SEED) }),
  command('round.pass', { person: idSchema }),
  command('round.end', {}),
  command('lead.take', {}),
  command('lead.pass', { to: idSchema }),
  command('lead.accept', { offer: rev }),
  command('lead.decline', { offer: rev }),
  command('decision.record', { decision: idSchema, text: words(textLimits.decision, cleanText, 1) }),
  command('decision.withdraw', { decision: idSchema }),
  command('action.add', action),
  command('action.edit', action),
  command('action.drop', { action: idSchema }),
  command('action.complete', { action: idSchema }),
  command('action.reopen', { action: idSchema }),
]) satisfies z.ZodType<MemberCommand>;
