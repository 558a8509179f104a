/** A small model of the baton: what should be true, written down without looking at how the domain does it. */
import { BACK_STANDS, LEAD_GRACE, OFFER_STANDS } from '#app/domain/meeting/baton.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { type Meeting, minute } from './meeting-builder.ts';

export type Why = 'stand-in' | 'back' | 'handed';

/** `came`: when everybody came first. */
export type Model = {
  now: number;
  here: Set<string>;
  holder: string;
  lost: number | null;
  offer: { to: string; why: Why; until: number } | null;
  asked: Set<string>;
  free: boolean;
  first: string | null;
  lender: string | null;
  came: Map<string, number>;
};

/** What should be true of a meeting that has just begun, or is about to. */
export function modelOf(meeting: Meeting, startsLive: boolean): Model {
  const here = presentPeople(meeting.state);
  return {
    ...{ now: meeting.now, holder: 'ada', offer: null, asked: new Set(), free: false, first: null },
    ...{ here: new Set(here), lost: startsLive ? null : minute(0) + LEAD_GRACE },
    ...{ lender: null, came: new Map(here.map((person) => [person, meeting.now])) },
  };
}

/** The rota's line, then whoever came first. */
function orderOf({ lender, came }: Model): (string | null)[] {
  const byTime = [...came].sort(([a, at], [b, later]) => at - later || (a < b ? -1 : 1));
  return [lender, 'ben', 'cleo', ...byTime.map(([person]) => person)];
}

/** The lead changes hands. */
export function changeTo(model: Model, to: string, how: Why | 'taken'): void {
  if (how === 'stand-in') model.first ??= model.holder;
  if (how === 'handed') model.lender ??= model.holder;
  else model.lender = null;
  if (model.first === to) model.first = null;
  if (model.lender === to) model.lender = null;
  Object.assign(model, { holder: to, offer: null, asked: new Set(), free: false, lost: null });
}

/** An offer came to nothing. */
export function settled(model: Model, person: string, why: Why): void {
  model.offer = null;
  if (why !== 'handed') model.asked.add(person);
  if (why === 'back') model.first = null;
}

/** What the house does at this instant. */
export function ring(model: Model): void {
  for (;;) {
    const { offer } = model;
    if (offer && model.now < offer.until) return;
    if (offer) settled(model, offer.to, offer.why);
    const can = (person: string | null) =>
      person !== null && person !== model.holder && model.here.has(person) && !model.asked.has(person);
    const isLost = model.lost !== null && model.now >= model.lost && model.here.size > 0 && !model.free;
    const line = orderOf(model).find(can) ?? null;
    const [to, why] = can(model.first)
      ? [model.first, 'back' as const]
      : [isLost ? line : null, 'stand-in' as const];
    if (to) model.offer = { to, why, until: model.now + (why === 'back' ? BACK_STANDS : OFFER_STANDS) };
    else {
      if (isLost) model.free = true;
      return;
    }
  }
}
