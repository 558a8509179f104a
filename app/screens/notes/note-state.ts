import type { Refusal } from '#app/domain/refusal.ts';

/**
 * How the notes stand in this tab. `opening`: nothing can be written yet; `saved`: everything is stored; `saving`: on
 * its way; `kept`: not stored, and kept on this device until it is; `refused`: it cannot be stored as it is, `refusal`
 * says why; `renewed`: the document was replaced by another one, so that this one is for reading and copying alone.
 */
export type NoteStanding = 'opening' | 'saved' | 'saving' | 'kept' | 'refused' | 'renewed';

export type NoteState = {
  standing: NoteStanding;
  refusal: Refusal | null;
  /** Words of this person that belong to a document which is gone: only for copying. */
  stray: string;
};
