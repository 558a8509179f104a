/**
 * P38: notes are what their updates say, for everybody who has read the same ones.
 *
 * Yjs (13.6) tidies up while it reads: a mark that is double or without effect is taken out of the reader's own copy. Which
 * ones depends on the portions in which the updates come, so two copies of the same notes could differ, and what was written
 * at such a place was bold on one screen and not on the other.
 */
type Read = {
  on(event: 'afterTransaction', hear: (transaction: { _needFormattingCleanup: boolean }) => void): void;
};

/** Lets a document read without changing anything by itself. Answers the document. */
export function asWritten<Document extends Read>(document: Document): Document {
  // Tidying comes right after this event, in Yjs' `cleanupTransactions`.
  document.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return document;
}
