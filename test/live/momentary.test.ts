// What a tab remembers of commands about this very moment that were not answered: no longer than they may come about.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { refuse } from '#app/domain/refusal.ts';
import type { RoomState } from '#app/screens/live/room-state.ts';
import { openSender } from '#app/screens/live/sender.ts';
import { silentLine } from '#test/harness/silent-line.ts';
import { until } from '#test/harness/until.ts';

/** A sender whose commands arrive and are not answered; `given`: gives a dot, and the line ends. */
async function unheard() {
  const { socket, heard } = await silentLine();
  const nowhere = { here: [], typing: [], people: [], pending: [], offset: 0 };
  let state: RoomState = {
    ...nowhere,
    ...{ room: randomUUID(), me: randomUUID(), meeting: emptyMeeting, connection: 'live' },
  };
  const set = (changes: Partial<RoomState>) => {
    state = { ...state, ...changes };
  };
  const sender = openSender({ get: () => state, set, socket: () => socket });
  async function given(): Promise<string> {
    const before = heard.length;
    const said = sender.send({ kind: 'vote.cast', item: randomUUID(), dots: 2 });
    await until(() => expect(heard.length).toBe(before + 1));
    sender.lost();
    await said;
    return (heard.at(-1) as { id: string }).id;
  }
  /** What the tab would show of the dots that a frame hides. */
  function shown(command: string) {
    const hidden = { kind: 'vote.cast', command, item: null, dots: null, actor: state.me, at: 0, version: 1 };
    return sender.unmasked(hidden as never) as { dots?: unknown };
  }
  return { sender, given, shown, room: state.room };
}

test('P10 dots that were refused after the line had ended are not remembered, the others are', async () => {
  const { sender, given, shown, room } = await unheard();
  const [refused, open] = [await given(), await given()];
  expect([shown(refused).dots, shown(open).dots]).toEqual([2, 2]);
  sender.answered({ room, id: refused, answer: refuse('voting-closed') });
  expect([shown(refused).dots, shown(open).dots]).toEqual([null, 2]);
});

test('what was never answered is forgotten when there is much of it', async () => {
  const { given, shown } = await unheard();
  const ids: string[] = [];
  for (let dot = 0; dot < 101; dot += 1) ids.push(await given());
  expect(shown(ids.at(-1) ?? '').dots).toBe(2);
  expect(shown(ids[0] ?? '').dots).toBe(null);
});
