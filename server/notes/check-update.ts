import * as Y from 'yjs';
import { NOTE_ROOT, noteNodes } from '#app/domain/notes/limits.ts';

/** An update that is none of ours. */
export class BadUpdate extends Error {
  override name = 'BadUpdate';
}

/**
 * Reads an update as a stranger's bytes, before anything is done with it: it must end where it says, name nothing but
 * the notes, and hold nothing but the nodes that notes are made of. Reading is lazy, so what it costs is bounded by its
 * bytes; applying would make room for as many parts as it claims to have. Throws a BadUpdate.
 */
export function checkUpdate(update: Uint8Array): void {
  for (const struct of readStructs(update)) {
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (typeof parent === 'string' && parent !== NOTE_ROOT) throw new BadUpdate('another root');
    if (!isOurs(struct.content)) throw new BadUpdate('another content');
  }
}

function readStructs(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update).structs;
  } catch (error) {
    throw new BadUpdate('not readable', { cause: error });
  }
}

type Content = Y.Item['content'];

function isOurs(content: Content): boolean {
  if (content instanceof Y.ContentType) {
    const { type } = content;
    if (type instanceof Y.XmlElement) return noteNodes.includes(type.nodeName);
    return type instanceof Y.XmlText;
  }
  if (content instanceof Y.ContentAny) return content.arr.every(isPlain);
  if (content instanceof Y.ContentFormat) return marks.has(content.key) && isMark(content.value);
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

const marks = new Set(['bold', 'italic']);

/** A mark is on as an empty object, and off as null: what is deeper could not be written down again. */
function isMark(value: unknown): boolean {
  return value === null || value === true || (isObject(value) && Object.keys(value).length === 0);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Attributes are words and numbers. */
function isPlain(value: unknown): boolean {
  return !isObject(value);
}

/** How deep nodes may stand within one another. No editor of ours goes near it. */
const MOST_LEVELS = 200;

/**
 * Whether something that an update brought lies now where notes have no place for it. Who opens such notes would see
 * nothing of them: an editor cannot draw letters that are in no text, and whoever draws goes down as deep as nodes stand.
 */
export function isMisplaced(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.some((struct) => {
    const item: unknown = struct instanceof Y.Item ? Y.getItem(doc.store, struct.id) : null;
    return item instanceof Y.Item && (!isAtHome(item) || isTooDeep(item));
  });
}

/** Letters and marks are in texts, texts in nodes, nodes in nodes or at the top; plain values are what a node is told. */
function isAtHome({ content, parent, parentSub }: Y.Item): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  const isInNode = parent instanceof Y.XmlElement;
  if (content instanceof Y.ContentAny) return isInNode && parentSub !== null;
  if (parentSub !== null) return false;
  if (!(content instanceof Y.ContentType)) return parent instanceof Y.XmlText;
  return isInNode || (content.type instanceof Y.XmlElement && isTop(parent));
}

const isTop = (parent: Y.Item['parent']) => parent instanceof Y.AbstractType && parent._item === null;

function isTooDeep({ content, parent }: Y.Item): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  let place: unknown = parent;
  let levels = 1;
  while (place instanceof Y.AbstractType && place._item && levels <= MOST_LEVELS) {
    levels += 1;
    place = place._item.parent;
  }
  return levels > MOST_LEVELS;
}
