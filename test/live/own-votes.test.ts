// Dots and thumbs, in the tab of whoever gave them: they stand there, wherever the line ends.
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { maskState } from '#app/domain/meeting/mask.ts';
import type { CommandRequest } from '#app/domain/meeting/protocol.ts';
import type { Tab } from '#test/harness/browser-tab.ts';
import { granted } from '#test/harness/circles.ts';
import { late, withoutAnswers, withoutCommands } from '#test/harness/lossy-sockets.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

const ground = openTabGround();
const { tabOf, log } = ground;
let topic: string;
let [anaId, benId]: [string, string] = ['', ''];

const does = async (command: MemberCommand, id: string = randomUUID()) =>
  granted(
    await ground.server.house().rooms.execute({ room: ground.room.meeting, actor: anaId, id, command }),
  );

/** Ana leads; a topic is on the agenda, and the vote on it is open. */
beforeEach(async () => {
  [anaId = '', benId = ''] = ground.room.members;
  topic = randomUUID();
  const draft = { title: 'Vendor risk', itemKind: 'topic' as const, minutes: 10, bringer: null, help: '' };
  await does({ kind: 'item.propose', item: topic, ...draft });
});

const dot = (dots: number): MemberCommand => ({ kind: 'vote.cast', item: topic, dots });
const thumb = (): MemberCommand => ({ kind: 'thumb.show', item: topic, thumb: 'up' });

/** Whether the room gives the topic more time is being voted on. */
async function askForTime(): Promise<void> {
  await untilArrived(ground.server.house(), ground.room.meeting, [anaId]);
  await does({ kind: 'item.start', item: topic, rev: 0 });
  await does({ kind: 'extension.ask', item: topic, rev: 1, drops: [] });
}

/** A tab shows all that its person may see of the room. */
async function expectWhole(tab: Tab, person: string): Promise<void> {
  await until(async () => expect(tab.store.get().meeting).toEqual(maskState(fold(await log()), person)));
}
const dotsOn = (tab: Tab) => tab.store.get().meeting.voting.dots;
const thumbsIn = (tab: Tab) => tab.store.get().meeting.extension?.thumbs;

async function reconnect(tab: Tab, meanwhile: () => unknown = () => {}): Promise<void> {
  tab.socket.disconnect();
  await until(() => expect(tab.store.get().connection).toBe('offline'));
  await meanwhile();
  tab.socket.connect();
  await until(() => expect(tab.store.get().connection).toBe('live'));
}

test('P10 V2 its voter has every dot, and nobody else has, where the line ends between the frame and the answer', async () => {
  const [ana, ben] = [await tabOf(anaId, withoutAnswers), await tabOf(benId)];
  expect(await ana.store.send(dot(1))).toBeNull();
  expect(await ana.store.send(dot(2))).toBeNull();
  expect(dotsOn(ana)).toEqual({ [anaId]: { [topic]: 2 } });
  await reconnect(ana);
  await expectWhole(ana, anaId);
  await expectWhole(ben, benId);
  expect(dotsOn(ben)).toEqual({});
  await ana.store.send(dot(0));
  await expectWhole(ana, anaId);
});

test('P10 T2 its voter has the thumb, and nobody else has, where the line ends between the frame and the answer', async () => {
  const [ana, ben] = [await tabOf(anaId, withoutAnswers), await tabOf(benId)];
  await askForTime();
  await until(() => expect(thumbsIn(ana)).toEqual({}));
  expect(await ana.store.send(thumb())).toBeNull();
  expect(thumbsIn(ana)).toEqual({ [anaId]: 'up' });
  await reconnect(ana);
  await expectWhole(ana, anaId);
  await expectWhole(ben, benId);
  expect(thumbsIn(ben)).toEqual({});
});

test.each([
  ['dots', () => dot(2), () => {}],
  ['a thumb', thumb, askForTime],
])(
  'P10 the tab that gave %s has it where it came about only after the line had ended',
  async (_, given, first) => {
    const sent: CommandRequest[] = [];
    const ana = await tabOf(anaId, (socket) => withoutCommands(socket, sent));
    await first();
    const { version } = (await log()).at(-1) ?? { version: 0 };
    await until(() => expect(ana.store.get().meeting.version).toBeGreaterThanOrEqual(version));
    const said = ana.store.send(given());
    await reconnect(ana);
    expect(await said).not.toBeNull();
    for (const { id, command } of sent) await does(command as MemberCommand, id);
    await expectWhole(ana, anaId);
  },
);

test('P10 what a loader told of later dots stands, however late the frame of the earlier ones is', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const ana = await tabOf(anaId, (socket) => withoutAnswers(late(socket, arrived)));
  const said = ana.store.send(dot(2));
  await until(async () => expect((await log()).at(-1)?.kind).toBe('vote.cast'));
  await does(dot(1));
  const loaded = maskState(fold(await log()), anaId);
  ana.store.refresh(loaded, ana.store.get().people);
  arrive();
  await said;
  await expectWhole(ana, anaId);
});
