// Whatever is wrong with a form: it is refused, changes nothing, and is no fault of the server's.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { openFingerprint } from '#test/harness/fingerprint.ts';
import { aKnownCircle, type KnownCircle } from '#test/harness/known-circle.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import { type Kind, kinds, pageTable } from '#test/routes/authorisation-table.ts';
import { addressOf, comeTo, doorOf, type Knock } from '#test/routes/authorisation-walk.ts';
import { badForms } from './bad-forms.ts';
import { formRuns, seed } from './runs.ts';

/** In flight at a time. */
const TOGETHER = 10;

let server: TestServer;
let circle: KnownCircle;
let others: string[];
let print: () => Promise<string>;

beforeAll(async () => {
  server = await startTestServer();
  await server.house.db.insertInto('installation').defaultValues().execute();
  circle = await aKnownCircle(server.house);
  const other = await aKnownCircle(server.house);
  others = [other.people.member.id, other.meetings.next, other.room.topic, other.invitation.id, other.offer];
  print = await openFingerprint(server.house.db);
});
afterAll(() => server.close());

/** A button alone: there is nothing in it that could be wrong. */
const buttons = new Set(['sign-out', 'member.remove']);
const forms = [...pageTable.keys()].filter((row) => doorOf(row).method === 'POST' && !buttons.has(row));
/** How many forms share an address: where there is only one, nothing says which it is. */
const intentsAt = (path: string) =>
  Object.values(doors).filter((door) => door.method === 'POST' && door.path === path).length;

/** Somebody whose form would be taken if nothing were wrong with it. */
const allowed = (row: string): Kind | undefined =>
  kinds.find((kind) => pageTable.get(row)?.[kind] === 'done');

async function send(at: Knock, fields: Record<string, string>): Promise<string> {
  const { status, location } = await at.visitor.post(addressOf(at, 'page'), fields);
  return location && !location.startsWith('/sign-in') ? `${status} ${location}` : `${status}`;
}

/** What is wrong with a form, short enough to be read. */
function changedIn(good: Record<string, string>, fields: Record<string, string>): string {
  const wrong = Object.entries(fields).filter(([name, value]) => good[name] !== value);
  return JSON.stringify(wrong).slice(0, 90);
}

test.each(forms.filter(allowed))('%s', { timeout: 3_600_000 }, async (row) => {
  const at = await comeTo(server, circle, row, allowed(row) ?? 'visitor');
  if (at.sample.first) await at.visitor.get(at.sample.first);
  const good = at.sample.fields;
  const { path, who } = doorOf(row);
  // Organizers look after everybody, so nobody is foreign to them.
  const foreign = who.endsWith('organizer') ? [] : others;
  const read = Object.keys(good).filter((name) => name !== 'intent' && name !== 'commandId');
  const wanted = fc.sample(badForms(good, { read, others: foreign, intents: intentsAt(path) }), {
    numRuns: formRuns,
    seed,
  });
  const before = await print();

  const odd: string[] = [];
  for (let from = 0; from < wanted.length; from += TOGETHER)
    await Promise.all(
      wanted.slice(from, from + TOGETHER).map(async (fields) => {
        const answer = await send(at, fields);
        if (!/^4(00|03|04|09|10|13)$/.test(answer)) odd.push(`${answer} to ${changedIn(good, fields)}`);
      }),
    );

  expect(odd).toEqual([]);
  expect(await print()).toBe(before);
});
