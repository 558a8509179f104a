// Whatever bytes somebody sends: a refusal, no row, and the notes as they were for everybody else.
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readNotePieces } from '#db/note.ts';
import { openScribe, ScribeLost } from '#server/notes/scribe.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph, bytesOf, updateOf, wordsOf } from '#test/harness/notes.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let world: RoomHouse;
let room: MeetingRoom;
let good: Y.Doc;

beforeAll(async () => {
  world = await openRoomHouse();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await aMeetingRoom(world.house, 1);
  good = new Y.Doc();
  expect(await write(addParagraph(good, 'was here before'))).toEqual({ seq: 1 });
});

const write = (update: Uint8Array) => world.house.notes.write(room.meeting, room.members[0] ?? '', update);

async function nothingHappened(): Promise<void> {
  expect(await readNotePieces(world.house.db, room.meeting, 0)).toHaveLength(1);
  const answer = await world.house.notes.open(room.meeting, new Uint8Array());
  if (isRefusal(answer)) throw new Error(answer.message);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, answer.update);
  expect(bytesOf(doc)).toBe(bytesOf(good));
}

/** An update that holds whatever `change` does to a document of its own. */
const made = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc();
  return updateOf(doc, () => change(doc));
};
const inNotes = (node: Y.XmlElement | Y.XmlText) => made((doc) => doc.getXmlFragment(NOTE_ROOT).push([node]));

/** The beginning of an update that claims to hold as many parts. */
function claiming(parts: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, parts, 77, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

const deep = (levels: number) =>
  made((doc) => {
    let place: Y.XmlFragment = doc.getXmlFragment(NOTE_ROOT);
    for (let level = 0; level < levels; level += 1) {
      const node = new Y.XmlElement('bulletList');
      place.push([node]);
      place = node;
    }
  });

const withMark = (key: string, value: unknown) => {
  const text = new Y.XmlText('marked');
  text.format(0, 6, { [key]: value });
  return inNotes(text);
};

const withIn = (parts: Y.XmlText[]) => {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, parts);
  return paragraph;
};
const embedding = (node: Y.XmlElement) => {
  const text = new Y.XmlText();
  text.insertEmbed(0, node);
  return text;
};

const bad: [string, () => Uint8Array][] = [
  ['nothing at all', () => new Uint8Array()],
  ['a word', () => Buffer.from('hello, notes')],
  ['many bytes of one kind', () => new Uint8Array(60_000).fill(255)],
  ['the claim of four billion parts', () => claiming(4_000_000_000)],
  ['the claim of thirty million parts', () => claiming(30_000_000)],
  ['the second encoding', () => Y.encodeStateAsUpdateV2(good)],
  ['another root', () => made((doc) => doc.getMap('elsewhere').set('a', 1))],
  ['a document within', () => made((doc) => doc.getMap(NOTE_ROOT).set('a', new Y.Doc()))],
  ['bytes', () => made((doc) => doc.getMap(NOTE_ROOT).set('a', new Uint8Array(9)))],
  ['a list of our name', () => made((doc) => doc.getArray(NOTE_ROOT).push([new Y.Map()]))],
  ['a node that is no note', () => inNotes(new Y.XmlElement('script'))],
  ['a hook', () => inNotes(new Y.XmlHook('x') as never)],
  ['a mark that we do not have', () => withMark('link', { href: 'javascript:alert(1)' })],
  ['a mark with something deep in it', () => withMark('bold', { a: { b: 1 } })],
  [
    'an attribute that is an object',
    () => {
      const node = new Y.XmlElement('heading');
      node.setAttribute('level', { a: 1 } as never);
      return inNotes(node);
    },
  ],
  ['nodes within nodes without end', () => deep(2_000)],
  // What an editor cannot draw, which would shut the notes for everybody.
  ['letters that are in no text', () => made((doc) => doc.getText(NOTE_ROOT).insert(0, 'loose'))],
  ['a value among the nodes', () => made((doc) => doc.getArray(NOTE_ROOT).push([1]))],
  ['a value that the notes are told', () => made((doc) => doc.getMap(NOTE_ROOT).set('a', 1))],
  ['a text that is in no node', () => inNotes(new Y.XmlText('loose'))],
  ['a value in a paragraph', () => inNotes(withIn(['x' as never]))],
  ['a node in a text', () => inNotes(withIn([embedding(new Y.XmlElement('paragraph'))]))],
];

describe('P34 refused without harm', () => {
  test.each(bad)('%s', async (_what, update) => {
    expect(await write(update())).toMatchObject({ refused: 'bad-input' });
    await nothingHappened();
  });

  test('a vector that is none', async () => {
    const answer = await world.house.notes.open(room.meeting, new Uint8Array([255, 255, 255]));
    expect(answer).toMatchObject({ refused: 'bad-input', field: 'vector' });
  });

  test('nodes within nodes as deep as anybody could want are taken', async () => {
    expect(await write(deep(60))).toEqual({ seq: 2 });
  });

  test('any change of any byte is refused or is an update, and the notes can be read and written after each', async () => {
    const whole = Y.encodeStateAsUpdate(good);
    const broken = fc
      .tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat({ max: whole.length }))
      .map(([at, value, length]) => {
        const copy = whole.slice(0, Math.max(1, whole.length - length));
        copy[at % copy.length] = value;
        return copy;
      });
    const updates = fc.oneof(broken, fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(updates, async (update) => {
        const answer = await write(update);
        const refused = ['bad-input', 'out-of-date', 'too-large'];
        expect(isRefusal(answer) ? refused.includes(answer.refused) : answer.seq > 0).toBe(true);
        expect(Array.isArray(await world.house.notes.read(room.meeting))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    // By a writer of their own: one of the changed bytes may have used up numbers of the one whose update it was.
    expect(await write(addParagraph(new Y.Doc(), 'goes on'))).toHaveProperty('seq');
    const answer = await world.house.notes.open(room.meeting, new Uint8Array());
    const doc = new Y.Doc();
    if (!isRefusal(answer)) Y.applyUpdate(doc, answer.update);
    expect(wordsOf(doc)).toContain('goes on');
  });
});

test('P34 a task that takes too long ends the worker, fails, and those behind it go on', async () => {
  let lost = 0;
  const scribe = openScribe(() => {
    lost += 1;
  }, 1);
  const slow = scribe.do('feed', 'a', [], true);
  await expect(slow).rejects.toThrow(ScribeLost);
  expect(lost).toBe(1);
  await scribe.close();
  await expect(scribe.do('feed', 'a', [], true)).rejects.toThrow(ScribeLost);
});
