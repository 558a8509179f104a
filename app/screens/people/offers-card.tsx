import { levelName, mostOffers, type Offer } from '#app/domain/people/offers-and-asks.ts';
import { Card } from '#app/ui/card.tsx';
import { SavedNotice } from '../circle/saved-notice.tsx';
import { LevelField, TopicField } from './level-field.tsx';
import { TopicForm, TopicRow } from './topic-row.tsx';
import { useNewRowState, useRowState } from './use-row-state.ts';

type OffersCardProps = { offers: Offer[]; newId: string; saved: string | null };

/** What one can help with. */
export function OffersCard({ offers, newId, saved }: OffersCardProps) {
  return (
    <Card title="I offer" id="offers">
      <SavedNotice isSaved={saved === 'offer.put' || saved === 'offer.remove'} />
      {offers.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">Name something you have done before; it need not be much.</p>
      )}
      {offers.length < mostOffers ? <NewOffer key={newId} id={newId} standing={offers} /> : null}
    </Card>
  );
}

function OfferRow({ offer }: { offer: Offer }) {
  const prefix = `offer-${offer.id}-`;
  const state = useRowState('offer.put', offer.id, prefix);

  return (
    <TopicRow
      state={state}
      topic={offer.topic}
      detail={levelName(offer.level)}
      id={offer.id}
      remove="offer.remove"
    >
      <TopicForm state={state} intent="offer.put" id={offer.id} label="Save the offer">
        <TopicField state={state} prefix={prefix} value={offer.topic} />
        <LevelField state={state} prefix={prefix} value={offer.level} />
      </TopicForm>
    </TopicRow>
  );
}

function NewOffer({ id, standing }: { id: string; standing: Offer[] }) {
  const prefix = 'new-offer-';
  const state = useNewRowState('offer.put', standing, prefix);

  return (
    <TopicForm state={state} intent="offer.put" id={state.value('id', id)} label="Add an offer">
      <TopicField
        state={state}
        prefix={prefix}
        value=""
        hint="For example “Estimating” or “First 90 days”."
      />
      <LevelField state={state} prefix={prefix} value={2} />
    </TopicForm>
  );
}
