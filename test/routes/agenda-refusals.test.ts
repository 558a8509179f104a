// What the agenda refuses, and what becomes of the words.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anAgenda, dots, rowOf, shownIn } from '#test/harness/agendas.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { formsIn, formWith } from '#test/harness/page-forms.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

// Each test reads many pages one after the other.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('what comes too late or is not theirs is refused, and changes nothing', () => {
  test('an item that somebody took off is not edited; what was written comes back', async () => {
    const { place, members, idOf } = await anAgenda(server);
    const [lead, second] = members;
    if (!lead || !second) throw new RangeError();
    await second.propose('Fleeting');
    const { fields } = formWith(await second.page(), { intent: 'item.edit', item: await idOf('Fleeting') });
    await lead.withdraw('Fleeting');
    const late = await second.visitor.post(place, { ...fields, title: 'Lasting', help: 'My long thoughts' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Somebody else changed this a moment before you. Look again.');
    expect(shownIn(late.body)).toContain('My long thoughts');
    expect(await second.order()).toEqual([]);
  });

  test('an item that is proposed when the meeting has just been called off comes back with the reason', async () => {
    const { place, members, meeting } = await anAgenda(server);
    const [lead] = members;
    if (!lead) throw new RangeError();
    const { fields } = formWith(await lead.page(), { intent: 'item.propose' });
    await ask(server.house, meeting, null, { kind: 'meeting.skip', because: 'decided' });
    const late = await lead.visitor.post(place, {
      ...fields,
      title: 'A late idea',
      help: 'My long thoughts',
    });
    expect(late.status).toBe(409);
    expect(shownIn(late.body)).toContain('What you wrote: A late idea\nMy long thoughts');
    expect(await lead.order()).toEqual([]);
  });

  test('an item that somebody else brings is theirs and the facilitator’s', async () => {
    const { place, members, idOf } = await anAgenda(server);
    const [lead, second, third] = members;
    if (!lead || !second || !third) throw new RangeError();
    await second.propose('Mine');
    const item = await idOf('Mine');
    const own = formWith(await second.page(), { intent: 'item.edit', item });
    expect(formsIn(await third.page()).filter(({ fields }) => fields.intent === 'item.edit')).toEqual([]);
    for (const intent of ['item.edit', 'item.withdraw']) {
      const form = { ...own.fields, intent, commandId: server.house.newId(), title: 'Theirs' };
      const foreign = await third.visitor.post(place, form);
      expect(foreign.status).toBe(403);
      expect(foreign.body).toContain('Only the person it belongs to can do that.');
    }
    expect(await second.order()).toEqual(['Mine']);
    expect((await lead.edit('Mine', { title: 'Ours' })).status).toBe(303);
  });

  test('a fault stands at its field, and what was typed stays', async () => {
    const { members } = await anAgenda(server);
    const [lead] = members;
    if (!lead) throw new RangeError();
    const faulty = await lead.propose('  ', { minutes: '0', help: 'Keep me' });
    expect(faulty.status).toBe(400);
    expect(faulty.body).toContain('Please give it a title.');
    expect(faulty.body).toContain('Please choose a whole number from 1 to 120.');
    expect(formWith(faulty.body, { intent: 'item.propose' }).fields).toMatchObject({
      minutes: '0',
      help: 'Keep me',
    });
    const long = await lead.propose('x'.repeat(121));
    expect(long.body).toContain('Please keep this to 120 characters.');
    const stranger = await lead.propose('With a stranger', { bringer: server.house.newId() });
    expect(stranger.status).toBe(400);
    expect(await lead.order()).toEqual([]);

    await lead.propose('Standing');
    const edited = await lead.edit('Standing', { minutes: '121' });
    expect(rowOf(edited.body, 'Standing')).toContain('Please choose a whole number from 1 to 120.');
    expect(formWith(edited.body, { intent: 'item.propose' }).fields.minutes).toBe('10');
  });

  test('voting: only the facilitator closes it, nobody votes after it, nobody has a fourth dot', async () => {
    const { place, members, idOf } = await anAgenda(server);
    const [lead, second] = members;
    if (!lead || !second) throw new RangeError();
    for (const title of ['A', 'B']) await lead.propose(title);
    await second.press('vote.cast', 'A', dots('2 dots'));
    const vote = async (count: string) =>
      second.visitor.post(place, {
        ...{ intent: 'vote.cast', commandId: server.house.newId(), item: await idOf('B'), dots: count },
      });
    const tooMany = await vote('2');
    expect(tooMany.status).toBe(409);
    expect(tooMany.body).toContain('You have 3 dots, at most 2 on one item.');
    expect((await vote('3')).status).toBe(400);
    const close = (visitor: typeof lead.visitor) =>
      visitor.post(place, { intent: 'voting.close', commandId: server.house.newId() });
    const notTheirs = await close(second.visitor);
    expect(notTheirs.status).toBe(403);
    expect(notTheirs.body).toContain('Only the facilitator can do that right now.');
    await close(lead.visitor);
    const late = await vote('1');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Voting is closed.');
  });
});
