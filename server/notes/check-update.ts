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

/** Whether something that an update brought now lies too deep in a document: whoever draws it goes down as deep. */
export function isTooDeep(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.some((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return false;
    let item: unknown = Y.getItem(doc.store, struct.id);
    let levels = 0;
    while (item instanceof Y.Item && levels <= MOST_LEVELS) {
      levels += 1;
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    }
    return levels > MOST_LEVELS;
  });
}
