// Every door, as every kind of visitor, against one written table. A door without a row fails, and a row without a door.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusals } from '#app/domain/refusal.ts';
import { doors, type Who } from '#app/http/doors.ts';
import { openFingerprint } from '#test/harness/fingerprint.ts';
import { aKnownCircle, type KnownCircle } from '#test/harness/known-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Answer } from '#test/harness/visitor.ts';
import { sampleNames, spoiling } from './authorisation-forms.ts';
import { inside, type Kind, kinds, mayHear, pageTable, type Row } from './authorisation-table.ts';
import {
  addressOf,
  bytesOf,
  comeTo,
  doorOf,
  type Knock,
  knock,
  outcomeOf,
  type Way,
} from './authorisation-walk.ts';

let server: TestServer;
let shared: KnownCircle;
let fingerprint: Awaited<ReturnType<typeof openFingerprint>>;
beforeAll(async () => {
  server = await startTestServer({ settings: { openSignUp: true, passwordMemoryKib: 64 } });
  fingerprint = await openFingerprint(server.house.db);
  shared = await aKnownCircle(server.house);
  // They have been here for a moment before anybody knocks.
  server.clock.advance(1_000);
});
afterAll(() => server.close());

/** What turns somebody away; then nothing may have changed. */
const turnedAway = ['sign-in', '404', 'refused', 'not-now', 'spent'];

/** The kinds of words of any known circle in a text. */
function wordsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/zq[0-9a-f]{10}([a-z]+)/g)].map(([, word]) => word as string))];
}

/** Whether a 404 can be told from the one for what never was. */
async function tells(at: Knock, way: Way, answer: Answer): Promise<boolean> {
  const never = server.house.newId();
  if (addressOf(at, way) === addressOf(at, way, never)) return false;
  return bytesOf(await knock(at, way, never), at, never) !== bytesOf(answer, at);
}

/** One knock: the answer in a word, and what is odd about it. */
async function knockOnce(row: string, at: Knock, way: Way) {
  const answer = await knock(at, way);
  const outcome = outcomeOf(answer);
  const allowed: readonly string[] = mayHear[row]?.[at.kind] ?? [];
  const heard = wordsIn(bytesOf(answer, at)).filter((word) => !allowed.includes(word));
  const odd = inside.has(at.kind) || heard.length === 0 ? [] : [`hears ${heard} by the ${way}`];
  if (outcome === '404' && !answer.body.includes(refusals['not-found'].sentence))
    odd.push(`is told nothing by the ${way}`);
  if (outcome === '404' && (await tells(at, way, answer))) odd.push(`can tell by the ${way}`);
  return { outcome, odd };
}

/** Walks up to one door as one kind of visitor, for the page and for its data. */
async function walk(
  row: string,
  kind: Kind,
  circle: KnownCircle,
): Promise<{ answer: string; odd: string[] }> {
  const at = await comeTo(server, circle, row, kind);
  const before = await fingerprint();
  const page = await knockOnce(row, at, 'page');
  const isAccepted = at.door.method === 'POST' && !turnedAway.includes(page.outcome);
  // A form that was accepted is not sent once more.
  const data = isAccepted ? page : await knockOnce(row, at, 'data');
  const hasChanged = (await fingerprint()) !== before;

  const odd = new Set([...page.odd, ...data.odd]);
  if (page.outcome !== data.outcome) odd.add(`gets ${data.outcome} as data`);
  if (hasChanged && !isAccepted) odd.add('changes something');
  const answer = isAccepted ? acceptedAs(page.outcome, hasChanged) : page.outcome;
  return { answer, odd: [...odd].map((what) => `${kind} ${what}`) };
}

function acceptedAs(outcome: string, hasChanged: boolean): string {
  if (hasChanged) return outcome === 'moves' || outcome === 'shows' ? 'done' : `${outcome}, yet done`;
  return outcome === 'moves' ? 'nothing' : outcome;
}

describe('the table', () => {
  const rows = [...pageTable.keys()];
  const nameOf = (row: string) => row.split('+')[0] ?? row;

  test('has a row for every door, and a door for every row', () => {
    expect([...new Set(rows.map(nameOf))].sort()).toEqual(Object.keys(doors).sort());
    expect(sampleNames.filter((name) => !pageTable.has(name))).toEqual([]);
    expect(Object.keys(mayHear).filter((name) => !pageTable.has(name))).toEqual([]);
  });

  /** Who is not let in, by what a door asks for. */
  const shut: Record<Who, { kinds: Kind[]; answer: string }> = {
    anyone: { kinds: [], answer: '' },
    'signed-in': { kinds: ['visitor'], answer: 'sign-in' },
    organizer: { kinds: kinds.filter((kind) => kind !== 'organizer'), answer: '404' },
    'group-organizer': { kinds: kinds.filter((kind) => kind !== 'group-org'), answer: '404' },
    member: { kinds: kinds.filter((kind) => !inside.has(kind)), answer: '404' },
    'meeting-member': { kinds: kinds.filter((kind) => !inside.has(kind)), answer: '404' },
  };

  test('lets nobody in who does not belong', () => {
    const odd = [...pageTable].flatMap(([row, answers]) => {
      const { kinds: out, answer } = shut[doorOf(row).who];
      return out.filter((kind) => answers[kind] !== answer).map((kind) => `${row} ${kind}`);
    });
    expect(odd).toEqual([]);
  });
});

describe('every door answers as the table says', () => {
  test.each([...pageTable])('%s', { timeout: 30_000 }, async (row, expected) => {
    const circle = spoiling.has(row) ? await aKnownCircle(server.house) : shared;
    const answers: Partial<Row> = {};
    const odd: string[] = [];
    for (const kind of kinds) {
      const found = await walk(row, kind, circle);
      answers[kind] = found.answer;
      odd.push(...found.odd);
    }
    expect({ answers, odd }).toEqual({ answers: expected, odd: [] });
  });
});

test('a form that means nothing tells nobody what is there', { timeout: 30_000 }, async () => {
  const rows = new Map([...pageTable.keys()].map((row) => [doorOf(row).path, row]));
  const inCircles = [...rows].filter(([path]) => /:(circle|group|meeting)Id/.test(path));
  const answers: string[] = [];
  for (const [path, row] of inCircles)
    for (const kind of ['visitor', 'stranger', 'former'] as const) {
      const { door, sample, ...at } = await comeTo(server, shared, row, kind);
      const fields = { intent: 'nothing.like-this' };
      const meaningless = {
        ...at,
        door: { ...door, method: 'POST' as const },
        sample: { ...sample, fields },
      };
      const answer = await knock(meaningless, 'page');
      const isOdd = wordsIn(answer.body).length > 0 || (await tells(meaningless, 'page', answer));
      answers.push(isOdd ? `${path} tells the ${kind}` : `${answer.status}`);
    }
  expect(inCircles.length).toBeGreaterThan(10);
  expect([...new Set(answers)].sort()).toEqual(['400', '404', '405']);
});
