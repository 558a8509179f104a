// The browser's half of a room, run against the real server: a tab is where the room is, or says why not.
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { maskState } from '#app/domain/meeting/mask.ts';
import { refuse } from '#app/domain/refusal.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { openTab } from '#test/harness/browser-tab.ts';
import { openLine } from '#test/harness/line.ts';
import { answeringCommands, late, patchy } from '#test/harness/lossy-sockets.ts';
import { aMeetingRoom, ask, post } from '#test/harness/meeting-room.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
const { tabOf, log, inLog } = ground;

describe('P8 a tab', () => {
  test('that missed frames asks for them and is where the room is', async () => {
    const holes: number[] = [];
    const ana = await tabOf(ground.room.members[0], (socket) => patchy(socket, holes));
    const ben = await tabOf(ground.room.members[1]);
    for (let index = 0; index < 12; index += 1) await ben.store.send(post(`${index}`));
    await until(() => expect(ana.said()).toHaveLength(12));
    expect(holes.length).toBeGreaterThan(0);
    await until(async () => {
      const fresh = maskState(fold(await log()), ground.room.members[0] ?? '');
      expect(ana.store.get().meeting).toEqual(fresh);
    });
  });

  test('that slept through more than the tail gets a snapshot and is where the room is', async () => {
    const ana = await tabOf(ground.room.members[0]);
    ana.socket.disconnect();
    const actor = ground.room.members[1] ?? '';
    const house = ground.server.house();
    await Promise.all(
      Array.from({ length: 520 }, (_, index) =>
        house.rooms.execute({
          room: ground.room.meeting,
          actor,
          id: randomUUID(),
          command: post(`${index}`),
        }),
      ),
    );
    ana.socket.connect();
    await until(() => expect(ana.said().at(-1)).toBe('519'));
    await until(async () => expect(ana.store.get().meeting).toEqual(fold(await log())));
  });

  test('P13 whose words are said is no longer shown as writing', async () => {
    const [anaId = '', benId = ''] = ground.room.members;
    const [ana, ben] = [await tabOf(anaId), await tabOf(benId)];
    ana.store.typing(true);
    await until(() => expect(ben.store.get().typing).toEqual([anaId]));
    void ana.store.send(post('said'));
    ana.store.typing(false);
    await until(() => expect(ben.said()).toEqual(['said']));
    await vi.waitFor(() => expect(ben.store.get().typing).toEqual([]), { timeout: 2_000 });
  });

  test('learns the name of somebody who joined the circle after it', async () => {
    const ana = await tabOf(ground.room.members[0]);
    const other = await aMeetingRoom(ground.server.house(), 1);
    const [newcomer = ''] = other.members;
    const seat = { id: randomUUID(), circle_id: ground.room.circle, person_id: newcomer, seat: 9 };
    await ground.server.house().db.insertInto('membership').values(seat).execute();
    ground.server.house().rooms.forget(ground.room.meeting);
    await tabOf(newcomer);
    await until(() =>
      expect(ana.store.get().people).toContainEqual({ id: newcomer, name: expect.any(String) }),
    );
  });

  test('learns the name of somebody who joined after it and writes between meetings, where nobody arrives', async () => {
    const { circle, members } = ground.room;
    const { db } = ground.server.house();
    await insertCircleRoom(db, circle);
    const ana = await openTab(ground.server, members[0] ?? '', circle);
    onTestFinished(() => ana.close());
    await until(() => expect(ana.store.get().connection).toBe('live'));
    const newcomer = (await aMeetingRoom(ground.server.house(), 1)).members[0] ?? '';
    const seat = { id: randomUUID(), circle_id: circle, person_id: newcomer, seat: 9 };
    await db.insertInto('membership').values(seat).execute();
    await ask(ground.server.house(), circle, newcomer, post('hello'));
    await until(() => expect(ana.said()).toEqual(['hello']));
    await until(() =>
      expect(ana.store.get().people).toContainEqual({ id: newcomer, name: expect.any(String) }),
    );
  });

  test('P6 that a loader told of its own command before the frame came knows that it is done', async () => {
    const [person = ''] = ground.room.members;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const ana = await tabOf(person, (socket) => late(socket, arrived));
    const said = ana.store.send({ kind: 'hand.raise' });
    await until(async () => expect((await log()).at(-1)?.kind).toBe('hand.raised'));
    const loaded = maskState(fold(await log()), person);
    ana.store.refresh(loaded, ana.store.get().people);
    arrive();
    expect(await said).toBeNull();
    expect(ana.store.get().meeting).toEqual(loaded);
  });

  test('P12 that hears of what it does not know asks to be loaded again, for good, and keeps what is written', async () => {
    const ana = await tabOf(ground.room.members[0]);
    const { version } = ana.store.get().meeting;
    const strange = { kind: 'song.sung', version: version + 1, at: 0, actor: null, command: null };
    const from = version + 1;
    ground.server
      .house()
      .publish({ room: ground.room.meeting, from, events: [strange as unknown as LoggedMeetingEvent] });
    await until(() => expect(ana.store.get().connection).toBe('renewed'));
    expect(ana.store.get().meeting.version).toBe(from);

    ana.socket.disconnect();
    await ana.store.send(post('kept'));
    ana.socket.connect();
    const ben = await tabOf(ground.room.members[1]);
    await until(() => expect(ben.store.get().here).toContain(ground.room.members[0]));
    expect(ana.store.get()).toMatchObject({
      ...{ connection: 'renewed', meeting: { version: from } },
      pending: [{ progress: 'waiting', command: { text: 'kept' } }],
    });
    expect(await inLog()).toEqual([]);
  });

  test('P11 says so when its person was removed, and keeps what they wrote', async () => {
    const ben = await tabOf(ground.room.members[1]);
    const phone = await tabOf(ground.room.members[1]);
    phone.socket.disconnect();
    await phone.store.send(post('written offline'));
    await ground.server
      .house()
      .db.updateTable('membership')
      .set({ left_at: new Date(), left_how: 'removed' })
      .where('person_id', '=', ground.room.members[1] ?? '')
      .execute();
    ground.server.house().cut({ person: ground.room.members[1] ?? '', circle: ground.room.circle });
    await until(() => expect(ben.store.get().connection).toBe('cut'));
    await ben.store.send(post('mine to copy'));
    phone.socket.connect();
    await until(() => expect(phone.store.get().connection).toBe('cut'));
    const kept = [...ben.store.get().pending, ...phone.store.get().pending];
    expect(kept).toMatchObject([
      { progress: 'refused', command: { text: 'mine to copy' } },
      { progress: 'refused', command: { text: 'written offline' } },
    ]);
    expect(await inLog()).toEqual([]);
  });

  test('P11 does not offer again what was refused before its person was removed', async () => {
    const [person = ''] = ground.room.members;
    const ana = await tabOf(person, (socket) => answeringCommands(socket, () => refuse('not-your-turn')));
    await ana.store.send(post('too soon'));
    await until(() =>
      expect(ana.store.get().pending).toMatchObject([{ refusal: { refused: 'not-your-turn' } }]),
    );
    ground.server.house().cut({ person, circle: ground.room.circle });
    await until(() => expect(ana.store.get().connection).toBe('cut'));
    ana.store.retry(ana.store.get().pending[0]?.id ?? '');
    const { pending, meeting, people } = ana.store.get();
    expect(pending).toMatchObject([
      { progress: 'refused', refusal: undefined, command: { text: 'too soon' } },
    ]);
    ana.store.refresh({ ...meeting }, people);
    expect(ana.store.get().pending).toBe(pending);
  });

  test('P11 says so when its sign-in has ended, and does not knock again by itself', async () => {
    const ben = await tabOf(ground.room.members[1]);
    ground.server.house().cut({ person: ground.room.members[1] ?? '' });
    await until(() => expect(ben.socket.connected).toBe(false));
    expect(ben.store.get().connection).toBe('signed-out');
    expect(ben.socket.active).toBe(false);
  });

  test('P11 sends nothing in the name of somebody else who signed in meanwhile', async () => {
    const { cookie } = await ground.server.signIn(ground.room.members[1] ?? '');
    await expect(
      openLine(ground.server.origin, { cookie, person: ground.room.members[0] ?? '' }),
    ).rejects.toThrow('signed-out');
  });
});

test('the offset to the server’s clock is known soon after entering', async () => {
  const ana = await tabOf(ground.room.members[0]);
  await until(() => expect(Math.abs(ana.store.get().offset)).toBeLessThan(1_000));
  const shown = performance.timeOrigin + performance.now() + ana.store.get().offset;
  expect(Math.abs(shown - Date.now())).toBeLessThan(500);
});
