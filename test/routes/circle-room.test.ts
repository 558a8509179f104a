// The room of a circle as a page: whole before script, for members alone, however old the line.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TALK_TAIL } from '#app/domain/talk/talk.ts';
import { THREADS_PER_PAGE } from '#app/domain/talk/threads.ts';
import { endMembership } from '#db/membership.ts';
import { readEvents } from '#db/room-log.ts';
import { aCircle, granted, signedIn, wordsOf } from '#test/harness/circles.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Visitor } from '#test/harness/visitor.ts';

let rondo: TestServer;
let circle: string;
let people: string[];
let ana: Visitor;

const room = () => `/circles/${circle}/room`;
const log = () => readEvents(rondo.house.db, circle, 0, 10_000);
/** What the page shows; behind it stands the same once more as data. */
async function pageAt(query = ''): Promise<string> {
  const { body } = await ana.get(room() + query);
  return wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
}
async function say(text: string, thread?: string, by = people[1] ?? ''): Promise<string> {
  const message = randomUUID();
  const more = thread ? { thread } : {};
  granted(await ask(rondo.house, circle, by, { kind: 'message.post', message, text, ...more }));
  return message;
}

beforeAll(async () => {
  rondo = await startTestServer();
  ({ circleId: circle, people } = await aCircle(rondo.house, { members: 3 }));
  ana = await signedIn(rondo, people[0] ?? '');
});
afterAll(() => rondo.close());

test('an empty room says what to do next', async () => {
  expect(await pageAt()).toContain('Nobody has written yet. Begin with a question');
});

describe('without script', () => {
  test('a conversation is begun and answered by plain forms, each once however often it is sent', async () => {
    const message = randomUUID();
    const begun = { intent: 'circle-message.post', commandId: randomUUID(), message, text: 'A **question**' };
    for (let count = 0; count < 2; count += 1)
      expect(await ana.post(room(), begun)).toMatchObject({
        status: 303,
        location: `${room()}#line-${message}`,
      });
    const reply = {
      ...begun,
      commandId: randomUUID(),
      message: randomUUID(),
      text: 'An answer',
      thread: message,
    };
    expect(await ana.post(room(), reply)).toMatchObject({ status: 303 });
    expect(await log()).toMatchObject([{ message }, { message: reply.message, thread: message }]);
    const page = await pageAt();
    expect(page).toContain('<strong>question</strong>');
    expect(page).toMatch(new RegExp(`id="line-${message}"[\\s\\S]*id="line-${reply.message}"`));
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
  });

  test('what could not be taken comes back in the conversation where it was written', async () => {
    const thread = await say('Another question');
    const before = await log();
    const sent = { intent: 'circle-message.post', commandId: randomUUID(), message: randomUUID(), thread };
    const answer = await ana.post(room(), { ...sent, text: `${'x'.repeat(8_001)}` });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Please keep this to 8,000 characters.');
    expect(answer.body).toMatch(new RegExp(`<details open[\\s\\S]*id="reply-${thread}"[^>]*>x{8001}<`));
    expect(await log()).toEqual(before);
  });

  test('a thread of another circle is no thread of this one', async () => {
    const other = await aCircle(rondo.house, { members: 2 });
    const theirs = randomUUID();
    const post = { kind: 'message.post' as const, message: theirs, text: 'theirs' };
    granted(await ask(rondo.house, other.circleId, other.people[0] ?? '', post));
    const sent = { intent: 'circle-message.post', commandId: randomUUID(), message: randomUUID() };
    const answer = await ana.post(room(), { ...sent, thread: theirs, text: 'mine' });
    expect(answer.status).toBe(409);
    expect(await pageAt(`?line=${theirs}`)).not.toContain('theirs');
  });
});

test('what is new is said once in a conversation: before its first line, or before the first answer that is new', async () => {
  const [mine, theirs] = [await say('My own question', undefined, people[0]), await say('A new question')];
  await say('an answer to me', mine);
  await say('one to them', theirs);
  await say('and one more', theirs);
  const page = await pageAt();
  const conversation = (id: string) => page.split('<article').find((one) => one.includes(`id="line-${id}"`));
  const order = (id: string) => conversation(id)?.match(/\bNew\b|My own|A new|an answer|one to|one more/g);
  expect(order(mine)).toEqual(['My own', 'New', 'an answer']);
  expect(order(theirs)).toEqual(['New', 'A new', 'one to', 'one more']);
});

test('words that were taken back are on no page', async () => {
  const message = await say('a secret', undefined, people[0]);
  await say('what was it', message);
  await ask(rondo.house, circle, people[0] ?? '', { kind: 'message.retract', message });
  for (const query of ['', '?before=100000', `?line=${message}`]) {
    const page = await pageAt(query);
    expect(page).not.toContain('a secret');
    expect(page).toContain('These words were taken back.');
    expect(page).toContain('what was it');
  }
});

test('whoever has left finds nothing; what they said keeps their name', async () => {
  const leaver = people[2] ?? '';
  const browser = await signedIn(rondo, leaver);
  await say('from somebody who leaves', undefined, leaver);
  expect((await browser.get(room())).status).toBe(200);
  await endMembership(rondo.house.db, { circleId: circle, personId: leaver, how: 'left', at: new Date() });
  expect((await browser.get(room())).status).toBe(404);
  expect(await pageAt()).toMatch(/Person 3[\s\S]*from somebody who leaves/);
});

test('a link to a line that is gone says so, beside what was said last', async () => {
  const newest = await say('still here');
  const alone = await say('taken back soon');
  const [begun, answer] = [await say('a question that stays'), randomUUID()];
  const post = { kind: 'message.post' as const, message: answer, text: 'an answer that goes', thread: begun };
  granted(await ask(rondo.house, circle, people[1] ?? '', post));
  for (const message of [alone, answer])
    granted(await ask(rondo.house, circle, people[1] ?? '', { kind: 'message.retract', message }));
  for (const line of [alone, randomUUID(), 'nonsense', '']) {
    const page = await pageAt(`?line=${line}`);
    expect(page).toContain('What this link leads to is not here any more');
    expect(page).toContain('still here');
  }
  const words = 'What this link leads to is not here any more';
  for (const query of ['', `?line=${newest}`, `?line=${answer}`])
    expect(await pageAt(query)).not.toContain(words);
  // Of a conversation that goes on, the place of the line says what became of it.
  expect(await pageAt(`?line=${answer}`)).toContain('These words were taken back.');
});

describe('in a room in which much was said', () => {
  const begun: string[] = [];
  let deep = '';
  let slow = '';

  beforeAll(async () => {
    slow = await say('a slow question');
    await say('its early answer', slow);
    deep = await say('the very old question');
    for (let count = 0; count < 80; count += 1) await say(`deep answer ${count}`, deep);
    for (let count = 0; count < TALK_TAIL + 10; count += 1) {
      if (count === TALK_TAIL / 2) await say('an answer between', slow);
      begun.push(await say(`topic ${count}.`));
    }
    await say('its late answer', slow);
  }, 120_000);

  test('the newest conversations come first, a page at a time, each on one page only', async () => {
    const seen: string[] = [];
    let query = '';
    for (let page = 0; page < 40; page += 1) {
      const body = await pageAt(query);
      const topics = [...new Set(body.match(/topic \d+\./g) ?? [])];
      expect(topics.length).toBeLessThanOrEqual(THREADS_PER_PAGE);
      seen.push(...topics);
      const older = /href="[^"]*room(\?before=\d+)"/.exec(body)?.[1];
      if (!older) break;
      query = older;
    }
    expect(seen).toEqual(begun.map((_, count) => `topic ${count}.`).reverse());
  });

  test('a link leads to a line however old, with its conversation around it', async () => {
    const page = await pageAt(`?line=${deep}`);
    expect(page).toContain(`id="line-${deep}"`);
    expect(page).toContain('deep answer 79');
    expect(page).not.toContain('topic 1.');
    expect(page).toContain('This conversation rests.');
  });

  test('K14 a conversation whose middle is not held says that there is more', async () => {
    const page = await pageAt();
    expect(page).toMatch(/a slow question[\s\S]*Read the whole conversation[\s\S]*its late answer/);
    expect(page).not.toContain('its early answer');
    expect(await pageAt(`?line=${slow}`)).toMatch(
      /a slow question[\s\S]*its early answer[\s\S]*its late answer/,
    );
  });

  test('an answer to a conversation that rests by now comes back with the reason, wherever it was written', async () => {
    const sent = {
      intent: 'circle-message.post',
      commandId: randomUUID(),
      message: randomUUID(),
      thread: deep,
    };
    for (const query of ['', '?before=5', `?line=${deep}`]) {
      const answer = await ana.post(room() + query, { ...sent, text: 'long thought about' });
      expect(answer.status).toBe(409);
      expect(answer.body).toContain('That conversation rests by now.');
      expect(answer.body.match(/<textarea[^>]*>long thought about</g)).toHaveLength(1);
    }
  });

  test('of a long old conversation a page of many shows the end, and says that there is more', async () => {
    const first = (await log()).find((event) => 'message' in event && event.message === begun[0]);
    const older = await pageAt(`?before=${first?.version}`);
    expect(older).toContain('the very old question');
    expect(older).toContain('deep answer 79');
    expect(older).not.toContain('deep answer 20<');
    expect(older).toContain('Read the whole conversation');
  });
});

test.each(['?before=x', '?before=-1', '?before=1e99'])('an address that means nothing: %s', async (query) => {
  expect((await ana.get(room() + query)).status).toBe(400);
});
