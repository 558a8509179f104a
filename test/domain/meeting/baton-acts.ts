/** Everything that may happen to the baton, done to the model and to the meeting. */
import type fc from 'fast-check';
import { LEAD_GRACE, OFFER_STANDS } from '#app/domain/meeting/baton.ts';
import { nextDue } from '#app/domain/meeting/due.ts';
import { changeTo, type Model, ring, settled, type Why } from './baton-model.ts';
import { check } from './baton-promises.ts';
import type { Meeting } from './meeting-builder.ts';

type Command = fc.Command<Model, Meeting>;

/** One thing that happens: `may` and `then` on the model, `real` on the meeting; then the house does what is due. */
function step(
  name: string,
  may: (model: Model) => boolean,
  then: (model: Model) => void,
  real: (meeting: Meeting) => void,
): Command {
  return {
    check: may,
    run(model, meeting) {
      then(model);
      ring(model);
      real(meeting);
      meeting.ring();
      check(model, meeting);
    },
    toString: () => name,
  };
}

export const arrive = (person: string) =>
  step(
    `arrive ${person}`,
    ({ here }) => !here.has(person),
    (model) => {
      model.here.add(person);
      if (!model.came.has(person)) model.came.set(person, model.now);
      if (person !== model.holder) return;
      Object.assign(model, { lost: null, asked: new Set(), free: false });
      if (model.offer?.why === 'stand-in') model.offer = null;
    },
    (meeting) => meeting.arrive(person),
  );

export const leave = (person: string) =>
  step(
    `leave ${person}`,
    ({ here }) => here.has(person),
    (model) => {
      model.here.delete(person);
      if (model.offer?.to === person) model.offer = null;
      if (person === model.holder) Object.assign(model, { lost: model.now + LEAD_GRACE, asked: new Set() });
    },
    (meeting) => meeting.leave(person),
  );

export const pass = (to: string) =>
  step(
    `pass to ${to}`,
    ({ here, holder }) => to !== holder && here.has(to),
    (model) => {
      if (model.offer?.to !== to) model.offer = { to, why: 'handed', until: model.now + OFFER_STANDS };
    },
    (meeting) => meeting.does(meeting.state.lead.holder ?? '', { kind: 'lead.pass', to }),
  );

export const accept = step(
  'accept',
  ({ offer }) => offer !== null,
  (model) => {
    const { to, why } = model.offer as { to: string; why: Why };
    changeTo(model, to, why);
  },
  (meeting) => meeting.accept(meeting.state.baton.offer?.to ?? ''),
);

export const decline = step(
  'decline',
  ({ offer }) => offer !== null,
  (model) => settled(model, model.offer?.to ?? '', model.offer?.why ?? 'handed'),
  (meeting) => {
    const { to = '', number = 0 } = meeting.state.baton.offer ?? {};
    meeting.does(to, { kind: 'lead.decline', offer: number });
  },
);

const mayTake = (model: Model, person: string) =>
  model.here.has(person) &&
  person !== model.holder &&
  (model.lender === person || (model.free && !model.here.has(model.holder)));
export const take = (person: string) =>
  step(
    `take ${person}`,
    (model) => mayTake(model, person),
    (model) => changeTo(model, person, model.lender === person ? 'taken' : 'stand-in'),
    (meeting) => meeting.does(person, { kind: 'lead.take' }),
  );

export const refused = (person: string) =>
  step(
    `refused ${person}`,
    (model) => person !== model.holder && !mayTake(model, person),
    () => {},
    (meeting) => meeting.refuses(person, { kind: 'lead.take' }),
  );

export const wait = (seconds: number) =>
  step(
    `wait ${seconds} s`,
    () => true,
    (model) => {
      const until = model.now + seconds * 1_000;
      const due = () => model.offer?.until ?? (model.free ? null : model.lost) ?? Number.POSITIVE_INFINITY;
      for (; due() <= until && model.here.size > 0 && model.now < due(); ring(model)) model.now = due();
      model.now = until;
    },
    (meeting) => {
      const until = meeting.now + seconds * 1_000;
      const due = () => nextDue(meeting.state) ?? Number.POSITIVE_INFINITY;
      for (; due() <= until; meeting.ring()) meeting.now = Math.max(meeting.now, due());
      meeting.now = until;
    },
  );
