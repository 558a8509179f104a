// A form of the agenda has one effect, however often it is sent.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anAgenda } from '#test/harness/agendas.ts';
import { formsIn, formWith } from '#test/harness/page-forms.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

// Each test reads many pages one after the other.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('one form, one effect', () => {
  test('every form of a page has a command id of its own', async () => {
    const { members } = await anAgenda(server);
    const [lead] = members;
    for (const title of ['One', 'Two', 'Three']) await lead?.propose(title);
    const forms = formsIn((await lead?.page()) ?? '').filter(({ fields }) => fields.commandId);
    const ids = forms.map(({ fields }) => fields.commandId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(3 * 4 + 3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const next = formsIn((await lead?.page()) ?? '').map(({ fields }) => fields.commandId);
    expect(next.filter((id) => id && ids.includes(id))).toEqual([]);
  });

  test('sent twice at once and once more later, an item is proposed once', async () => {
    const { place, members } = await anAgenda(server);
    const [lead] = members;
    if (!lead) throw new RangeError();
    const { fields } = formWith(await lead.page(), { intent: 'item.propose' });
    const send = () => lead.visitor.post(place, { ...fields, title: 'Once' });
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, place]));
    expect(await lead.order()).toEqual(['Once']);

    const other = await lead.visitor.post(place, { ...fields, title: 'Not once' });
    expect(other.status).toBe(409);
    expect(other.body).toContain('That was already sent with other words.');
    expect(await lead.order()).toEqual(['Once']);
  });

  test('a format chosen twice with one form brings its steps once', async () => {
    const { place, members } = await anAgenda(server);
    const [lead] = members;
    if (!lead) throw new RangeError();
    const { fields } = formWith(await lead.page(), { intent: 'format.choose' });
    const send = () => lead.visitor.post(place, { ...fields, format: 'season-close' });
    await Promise.all([send(), send()]);
    expect(await lead.order()).toHaveLength(5);
    const unknown = await lead.visitor.post(place, {
      ...fields,
      commandId: server.house.newId(),
      format: 'nothing',
    });
    expect(unknown.status).toBe(400);
    expect(await lead.order()).toHaveLength(5);
  });
});
