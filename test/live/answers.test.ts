// What a browser hears of its own commands, for which it asks for no acknowledgement (P6).
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { findFormat } from '#app/domain/meeting/formats.ts';
import type { CommandAnswer } from '#app/domain/meeting/protocol.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { granted } from '#test/harness/circles.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const server: LiveServer = await startLiveServer();
const lines: Line[] = [];
let room: MeetingRoom;
let ana: Line;
let answers: CommandAnswer[];

beforeEach(async () => {
  for (const line of lines.splice(0)) line.close();
  room = await aMeetingRoom(server.house(), 2);
  ana = await openLine(server.origin, { cookie: (await server.signIn(room.members[0] ?? '')).cookie });
  lines.push(ana);
  answers = [];
  ana.socket.on('answer', (answer) => answers.push(answer));
  await ana.enter(room.meeting);
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

function say(command: MemberCommand, id: string = randomUUID()): string {
  ana.socket.emit('command', { room: room.meeting, id, command });
  return id;
}
/** All that was asked before has been answered: what came of it came first. */
const settled = () => ana.command(room.meeting, post('after all'));
const of = (id: string) => ana.events().filter(({ command }) => command === id);

describe('P6 a command that asks for no acknowledgement', () => {
  test('is answered by the frame with its event, once, and by nothing else', async () => {
    const ids = ['one', 'two', 'three'].map((text) => say(post(text)));
    await settled();
    expect(ids.map((id) => of(id).length)).toEqual([1, 1, 1]);
    expect(answers).toEqual([]);
  });

  test('hears of a refusal alone, with room and id', async () => {
    const id = say({ kind: 'message.retract', message: randomUUID() });
    await until(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ room: room.meeting, id, answer: { refused: expect.any(String) } });
    expect(of(id)).toEqual([]);
  });

  test('hears that its shape is wrong, under the id it came with, or under none', async () => {
    const id = say({ kind: 'message.post', message: 'no id', text: 'words' });
    ana.socket.emit('command', { room: 7, id: {}, command: post() } as never);
    ana.socket.emit('command', null as never);
    await until(() => expect(answers).toHaveLength(3));
    const refused = { refused: 'bad-input' };
    expect(answers).toMatchObject([
      { room: room.meeting, id, answer: refused },
      { room: null, id: null, answer: refused },
      { room: null, id: null, answer: refused },
    ]);
  });

  test('that is in the log already hears the first version (P3)', async () => {
    const words = post('once');
    const id = say(words);
    await until(() => expect(of(id)).toHaveLength(1));
    say(words, id);
    await until(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toEqual({
      room: room.meeting,
      id,
      answer: { version: of(id)[0]?.version, events: [] },
    });
    expect(of(id)).toHaveLength(1);
  });

  test('that had nothing to change hears so', async () => {
    say({ kind: 'hand.raise' });
    const id = say({ kind: 'hand.raise' });
    await until(() => expect(answers.map((answer) => answer.id)).toContain(id));
    expect(of(id)).toEqual([]);
  });

  test('whose words are hidden from the others hears them besides the frame (P10)', async () => {
    const [lead = ''] = room.members;
    const items = (findFormat('open-agenda-votes')?.steps ?? []).map(() => randomUUID());
    const does = async (command: MemberCommand) =>
      granted(await ask(server.house(), room.meeting, lead, command));
    await does({ kind: 'format.choose', format: 'open-agenda-votes', items });
    await does({ kind: 'item.start', item: items[0] ?? '', rev: 0 });

    const id = say(post('a secret'));
    await until(() => expect(answers).toHaveLength(1));
    expect(JSON.stringify(of(id))).not.toContain('a secret');
    const [said] = answers;
    if (!said || isRefusal(said.answer)) throw new Error('It was refused.');
    expect(JSON.stringify(said.answer.events)).toContain('a secret');
  });

  test('that was under way when its sender left the room is answered, because no frame reaches them', async () => {
    const id = say(post('and gone'));
    ana.socket.emit('leave', { room: room.meeting }, () => {});
    await until(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ id, answer: { version: expect.any(Number) } });
    expect(of(id)).toEqual([]);
  });
});
