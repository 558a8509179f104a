/** What fits into notes and onto the wire, the same on both sides. */

/** The most bytes that the state of one meeting's notes may take: about 200,000 words. */
export const MOST_NOTE_BYTES = 1024 * 1024;

/** An update goes over the wire in pieces of at most so many bytes, so that one always fits into a message. */
export const NOTE_PIECE = 48 * 1024;

/** The most pieces that one update may have. */
export const MOST_NOTE_PIECES = Math.ceil(MOST_NOTE_BYTES / NOTE_PIECE);

/** The name of the one part of a document that notes are in. */
export const NOTE_ROOT = 'notes';

/** The nodes that notes are made of; anything else is refused at the door. */
export const noteNodes: readonly string[] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
];
