// One well-formed command of every kind that members may send: for walks over all of them.
import { randomUUID } from 'node:crypto';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';

const draft = { title: 'A risk', itemKind: 'topic', minutes: 10, bringer: null, help: '' } as const;

/** The kinds are the type's own, so one that is missing does not compile. */
export function everyCommand(person: string): {
  [Kind in MemberCommand['kind']]: MemberCommand & { kind: Kind };
} {
  const [item, message, decision, action] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
  const promise = { text: 'Send the notes', owner: person, due: '2026-12-01' };
  return {
    'message.post': { kind: 'message.post', message, text: 'hello' },
    'message.edit': { kind: 'message.edit', message, text: 'hello again' },
    'message.retract': { kind: 'message.retract', message },
    'format.choose': { kind: 'format.choose', format: 'lean-coffee', items: [randomUUID()] },
    'item.propose': { kind: 'item.propose', item, ...draft },
    'item.edit': { kind: 'item.edit', item, ...draft },
    'item.withdraw': { kind: 'item.withdraw', item },
    'item.move': { kind: 'item.move', item, after: null },
    'vote.cast': { kind: 'vote.cast', item, dots: 1 },
    'voting.close': { kind: 'voting.close' },
    'meeting.start': { kind: 'meeting.start' },
    'meeting.close': { kind: 'meeting.close' },
    'item.start': { kind: 'item.start', item, rev: 0 },
    'item.pause': { kind: 'item.pause', item, rev: 0 },
    'item.resume': { kind: 'item.resume', item, rev: 0 },
    'item.finish': { kind: 'item.finish', item, rev: 0 },
    'item.next': { kind: 'item.next', running: null },
    'item.keep': { kind: 'item.keep', item },
    'phase.start': { kind: 'phase.start', item, phase: 1, from: 0 },
    'seat.give': { kind: 'seat.give', item, person },
    'role.give': { kind: 'role.give', role: 'timekeeper', person },
    'extension.ask': { kind: 'extension.ask', item, rev: 0, drops: [] },
    'thumb.show': { kind: 'thumb.show', item, thumb: 'up' },
    'hand.raise': { kind: 'hand.raise' },
    'hand.lower': { kind: 'hand.lower', person },
    'floor.give': { kind: 'floor.give', person },
    'floor.end': { kind: 'floor.end', person },
    'floor.order': { kind: 'floor.order', order: 'first-come' },
    'floor.limit': { kind: 'floor.limit', minutes: 2 },
    'round.invite': { kind: 'round.invite', order: 'random', seed: 7 },
    'round.pass': { kind: 'round.pass', person },
    'round.end': { kind: 'round.end' },
    'lead.take': { kind: 'lead.take' },
    'lead.pass': { kind: 'lead.pass', to: person },
    'lead.accept': { kind: 'lead.accept', offer: 1 },
    'lead.decline': { kind: 'lead.decline', offer: 1 },
    'decision.record': { kind: 'decision.record', decision, text: 'We go' },
    'decision.withdraw': { kind: 'decision.withdraw', decision },
    'action.add': { kind: 'action.add', action, ...promise },
    'action.edit': { kind: 'action.edit', action, ...promise },
    'action.drop': { kind: 'action.drop', action },
    'action.complete': { kind: 'action.complete', action },
    'action.reopen': { kind: 'action.reopen', action },
  };
}
