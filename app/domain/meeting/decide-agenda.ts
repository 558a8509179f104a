/** The agenda: A-rules of agenda.ts. */
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import {
  type AgendaItem,
  draftOf,
  freshKeys,
  ITEM_LIMIT,
  type ItemDraft,
  isFrozen,
  isSameDraft,
  keyForMove,
  keyForNew,
} from './agenda.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { findFormat, itemsOfFormat } from './formats.ts';
import { mayChangeItem } from './may.ts';
import { partsOfFormat, place } from './placing.ts';
import type { MeetingState } from './state.ts';
import { spend, topicMinutes, topicTime } from './topic-time.ts';

type AgendaCommand = Extract<
  MemberCommand,
  { kind: 'format.choose' | 'item.propose' | 'item.edit' | 'item.withdraw' | 'item.move' }
>;

export function decideAgenda(
  state: MeetingState,
  command: AgendaCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  switch (command.kind) {
    case 'format.choose':
      return chooseFormat(state, command, context);
    case 'item.propose':
      return propose(state, command, context);
    case 'item.edit':
      return edit(state, command, context);
    case 'item.withdraw':
      return withdraw(state, command, context);
    case 'item.move':
      return move(state, command, context);
  }
}

/** A5 A8 */
function chooseFormat(
  state: MeetingState,
  command: Extract<AgendaCommand, { kind: 'format.choose' }>,
  { actor }: MemberContext,
): MeetingEvent[] | Refusal {
  const format = findFormat(command.format);
  if (!format) return refuse('bad-input', { field: 'format' });
  if (state.status === 'live' && state.lead.holder !== actor) return refuse('not-leading');
  if (state.items.some(isFrozen)) return refuse('out-of-date');
  const drafts = itemsOfFormat(format);
  if (state.items.length + drafts.length > ITEM_LIMIT) return refuse('limit-reached');
  const ids = [...new Set(command.items)].slice(0, drafts.length);
  if (ids.length < drafts.length) return refuse('bad-input', { field: 'items' });
  if (ids.some((id) => state.items.some((item) => item.id === id))) return refuse('already-done');
  const isSecond = state.items.some(({ run }) => run?.seat === format.id);
  const fresh = drafts.map(({ run, ...draft }, index) => {
    // R3: the same format twice on an agenda is two challenges.
    const seat = run.seat && isSecond ? (ids[0] as string) : run.seat;
    return { item: ids[index] as string, ...draft, run: { ...run, seat } };
  });
  const proposed = place(state.items, partsOfFormat(fresh)).map(({ item, key, run, ...draft }) => ({
    ...proposal(item, key, draft),
    run,
  }));
  const { id, name, roles } = format;
  const aside = fresh.find(({ run }) => run.forTopics);
  const waiting = topicMinutes(state.items);
  return [
    { kind: 'format.chosen', format: id, name, roles },
    ...withRoomForKeys(state, proposed),
    ...spend(aside && { ...aside, id: aside.item }, { before: 0, after: waiting }),
  ];
}

function propose(
  state: MeetingState,
  command: Extract<AgendaCommand, { kind: 'item.propose' }>,
  { members }: MemberContext,
): MeetingEvent[] | Refusal {
  if (state.items.length >= ITEM_LIMIT) return refuse('limit-reached');
  if (state.items.some((item) => item.id === command.item)) return refuse('already-done');
  if (command.bringer && !members.has(command.bringer)) return refuse('bad-input', { field: 'bringer' });
  const key = keyForNew(state.items, command.itemKind);
  const placed = withRoomForKeys(state, [proposal(command.item, key, draftOf(command))]);
  return [...placed, ...spendOn(state, [command])];
}

function edit(
  state: MeetingState,
  command: Extract<AgendaCommand, { kind: 'item.edit' }>,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const item = editable(state, command.item, context);
  if (isRefusal(item)) return item;
  const newBringer = command.bringer !== item.bringer && command.bringer;
  if (newBringer && !context.members.has(newBringer)) return refuse('bad-input', { field: 'bringer' });
  const draft = draftOf(command);
  if (isSameDraft(draft, item)) return [];
  return [
    { kind: 'item.edited', item: item.id, ...draft },
    ...spendOn(state, [{ ...item, ...draft }], [item]),
  ];
}

function withdraw(
  state: MeetingState,
  command: Extract<AgendaCommand, { kind: 'item.withdraw' }>,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const item = editable(state, command.item, context);
  return isRefusal(item) ? item : [{ kind: 'item.withdrawn', item: item.id }, ...spendOn(state, [], [item])];
}

/** A8 Before the start any member arranges the agenda; once it is live, the lead does. */
function move(
  state: MeetingState,
  command: Extract<AgendaCommand, { kind: 'item.move' }>,
  { actor }: MemberContext,
): MeetingEvent[] | Refusal {
  const item = state.items.find((one) => one.id === command.item && !one.withdrawn);
  const anchored = command.after === null || state.items.some((one) => one.id === command.after);
  if (!item || !anchored) return refuse('out-of-date');
  if (state.status === 'live' && state.lead.holder !== actor) return refuse('not-leading');
  if (isFrozen(item)) return refuse('out-of-date');
  if (command.after === item.id) return [];
  const key = keyForMove(state.items, item.id, command.after);
  return key === null ? [] : withRoomForKeys(state, [{ kind: 'item.moved', item: item.id, key }]);
}

/** A11: when these items come, instead of others or beside all there are. */
export function spendOn(
  { items }: Pick<MeetingState, 'items'>,
  coming: Parameters<typeof topicMinutes>[0],
  insteadOf: readonly AgendaItem[] = [],
): MeetingEvent[] {
  const others = items.filter((item) => !insteadOf.includes(item));
  const after = topicMinutes([...others, ...coming]);
  return spend(topicTime(others), { before: topicMinutes(items), after });
}

/** A6: when a new key has grown too long, all keys follow anew. */
export function withRoomForKeys(
  state: MeetingState,
  events: Extract<MeetingEvent, { kind: 'item.proposed' | 'item.moved' }>[],
): MeetingEvent[] {
  const keys = freshKeys(state.items, events);
  return keys ? [...events, { kind: 'agenda.rekeyed', keys }] : events;
}

/** A7: the item, when this member may change it now. */
function editable(state: MeetingState, id: string, { actor }: MemberContext): AgendaItem | Refusal {
  const item = state.items.find((one) => one.id === id && !one.withdrawn);
  if (!item || isFrozen(item)) return refuse('out-of-date');
  return mayChangeItem(state, item, actor) ? item : refuse('not-yours');
}

function proposal(
  item: string,
  key: string,
  draft: ItemDraft,
): Extract<MeetingEvent, { kind: 'item.proposed' }> {
  return { kind: 'item.proposed', item, key, carried: 0, votes: 0, ...draftOf(draft) };
}
