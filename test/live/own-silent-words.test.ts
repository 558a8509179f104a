// What is written in silence, in its author's own tab: its words stay there, wherever the line ends.
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { findFormat } from '#app/domain/meeting/formats.ts';
import { maskState } from '#app/domain/meeting/mask.ts';
import type { Tab } from '#test/harness/browser-tab.ts';
import { granted } from '#test/harness/circles.ts';
import { late, withoutAnswers } from '#test/harness/lossy-sockets.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

const ground = openTabGround();
const { tabOf, log } = ground;
const writing = randomUUID();
let [anaId, benId]: [string, string] = ['', ''];
let ana: Tab;
let ben: Tab;

const does = async (command: MemberCommand, id: string = randomUUID()) =>
  granted(
    await ground.server.house().rooms.execute({ room: ground.room.meeting, actor: anaId, id, command }),
  );

/** Ana leads, and everybody writes in silence; her tab hears no answer, only frames. */
beforeEach(async () => {
  [anaId = '', benId = ''] = ground.room.members;
  [ana, ben] = [await tabOf(anaId, withoutAnswers), await tabOf(benId)];
  await untilArrived(ground.server.house(), ground.room.meeting, [anaId, benId]);
  const [, ...steps] = findFormat('open-agenda-votes')?.steps ?? [];
  const items = [writing, ...steps.map(() => randomUUID())];
  await does({ kind: 'format.choose', format: 'open-agenda-votes', items });
  await does({ kind: 'item.start', item: writing, rev: 0 });
  await until(() => expect(ana.store.get().meeting.running).toBe(writing));
});

/** A tab is where the room is, as far as its person may see. */
async function expectWhole(tab: Tab, person: string): Promise<void> {
  await until(async () => expect(tab.store.get().meeting).toEqual(maskState(fold(await log()), person)));
}

/** Ana's words get into the log, and her line ends before she hears of it. */
async function postUnheard(message: string): Promise<void> {
  ana.socket.disconnect();
  await until(() => expect(ana.store.get().connection).toBe('offline'));
  await ana.store.send({ kind: 'message.post', message, text: 'my words' });
  for (const { command, id } of ana.store.get().pending) await does(command, id);
}

test('P10 its author has it, as posted and as edited, where the line ends between the frame and the answer', async () => {
  const message = randomUUID();
  await ana.store.send({ kind: 'message.post', message, text: 'my words' });
  await until(() => expect(ana.store.get().pending).toEqual([]));
  expect(ana.store.get().meeting.messages).toMatchObject([{ text: null, sealed: 'my words' }]);
  await ana.store.send({ kind: 'message.edit', message, text: 'my better words' });
  await until(() => expect(ana.store.get().pending).toEqual([]));
  await ben.store.send({ kind: 'message.post', message: randomUUID(), text: 'his words' });
  await expectWhole(ben, benId);

  ana.socket.disconnect();
  await until(() => expect(ana.store.get().connection).toBe('offline'));
  ana.socket.connect();
  await until(() => expect(ana.store.get().connection).toBe('live'));
  await expectWhole(ana, anaId);
  const [own, other] = ana.store.get().meeting.messages;
  expect(own).toMatchObject({ text: null, sealed: 'my better words' });
  expect([other?.author, other?.hidden, other?.sealed]).toEqual([benId, true, undefined]);
  expect(JSON.stringify(ben.store.get().meeting)).not.toContain('my');

  await does({ kind: 'phase.start', item: writing, phase: 1, from: 0 });
  await until(() => expect(ana.said()).toEqual(['my better words', 'his words']));
  await expectWhole(ana, anaId);
  await expectWhole(ben, benId);
});

test('P10 its author has it, as last edited elsewhere, where the line ended before the frame', async () => {
  const message = randomUUID();
  await postUnheard(message);
  await does({ kind: 'message.edit', message, text: 'my better words' });
  ana.socket.connect();
  await until(() => expect(ana.store.get().pending).toEqual([]));
  expect(ana.store.get().meeting.messages).toMatchObject([{ text: null, sealed: 'my better words' }]);
  await expectWhole(ana, anaId);
});

test('P10 its author is shown nothing else where it was revealed in the meantime', async () => {
  await postUnheard(randomUUID());
  await does({ kind: 'phase.start', item: writing, phase: 1, from: 0 });
  ana.socket.connect();
  await until(() => expect(ana.store.get().pending).toEqual([]));
  expect(ana.said()).toEqual(['my words']);
  await expectWhole(ana, anaId);
});

test('P10 what a loader told of a later edit stands, however late the frame with the first words is', async () => {
  ana.close();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  ana = await tabOf(anaId, (socket) => withoutAnswers(late(socket, arrived)));
  const message = randomUUID();
  void ana.store.send({ kind: 'message.post', message, text: 'my words' });
  await until(async () => expect((await log()).at(-1)?.kind).toBe('message.posted'));
  await does({ kind: 'message.edit', message, text: 'my better words' });
  ana.store.refresh(maskState(fold(await log()), anaId), ana.store.get().people);
  arrive();
  await until(() => expect(ana.store.get().pending).toEqual([]));
  expect(ana.store.get().meeting.messages).toMatchObject([{ text: null, sealed: 'my better words' }]);
});
