import { type AgendaItem, listedItems } from '#app/domain/meeting/agenda.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { TalkMark } from '../talk/talk-entries.ts';
import { absorbedInWords, isOwnStart } from './extension-words.ts';

type Told = Pick<MeetingState, 'items' | 'leadHistory' | 'absorbed' | 'decisions' | 'actions' | 'startedAt'>;

/** What happened in the meeting, as marks between the lines of the talk. */
export function talkMarks(
  { items, leadHistory, absorbed, decisions, actions, startedAt }: Told,
  nameOf: (person: string) => string,
): TalkMark[] {
  const begun = listedItems(items).flatMap((item): TalkMark[] =>
    item.clock.begunAt === null
      ? []
      : [{ id: `item-${item.id}`, at: item.clock.begunAt, kind: 'item', text: itemBegins(item, nameOf) }],
  );
  const leads = leadHistory.map(({ to, from, how, at }, index): TalkMark => {
    const text = leadInWords({ how, to: nameOf(to), from: from && nameOf(from) });
    return { id: `lead-${index}`, at, kind: 'lead', text };
  });
  const gaveWay = absorbed.flatMap((one, index): TalkMark[] =>
    isOwnStart(one, items)
      ? []
      : [{ id: `time-${index}`, at: one.at, kind: 'time', text: absorbedInWords(one, items) }],
  );
  const decided = decisions.map(
    ({ id, at, text }): TalkMark => ({ id, at, kind: 'decision', text: `Decided: ${text}` }),
  );
  const promised = actions.map(
    ({ id, at, text, owner }): TalkMark => ({
      id,
      at,
      kind: 'action',
      text: `${nameOf(owner)} will do: ${text}`,
    }),
  );
  const start: TalkMark[] =
    startedAt === null ? [] : [{ id: 'start', at: startedAt, kind: 'meeting', text: 'The meeting started' }];
  return [...start, ...gaveWay, ...begun, ...leads, ...decided, ...promised];
}

function itemBegins({ title, itemKind, bringer }: AgendaItem, nameOf: (person: string) => string): string {
  if (itemKind === 'hot-seat' && bringer) return `Hot seat, ${nameOf(bringer)}: ${title}`;
  return title;
}

type LeadWords = { how: string; to: string; from: string | null };

/** A change of the lead as the record says it. */
export function leadInWords({ how, to, from }: LeadWords): string {
  if (how === 'handed-over') return `${from} handed the lead to ${to}`;
  if (how === 'taken-back') return `${to} took the lead back`;
  return from ? `${to} took the lead, because ${from} was not here` : `${to} took the lead`;
}
