// Tabs of a room on a real server, with a fresh meeting for every test of a file.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { readEvents } from '#db/room-log.ts';
import { until } from '#test/harness/until.ts';
import { openTab, type Tab } from './browser-tab.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { aMeetingRoom, type MeetingRoom } from './meeting-room.ts';

export type TabGround = {
  readonly server: LiveServer;
  /** This test's meeting, of three people. */
  readonly room: MeetingRoom;
  /** A tab of this person, when its line is up. `wrap` stands between tab and network. */
  tabOf: (person?: string, wrap?: (socket: LiveSocket) => LiveSocket) => Promise<Tab>;
  log: () => ReturnType<typeof readEvents>;
  /** The words in the log. */
  inLog: () => Promise<(string | null)[]>;
};

/** Called once at the top of a test file. Tabs are closed with the test that opened them. */
export function openTabGround(): TabGround {
  let server: LiveServer;
  let room: MeetingRoom;
  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    room = await aMeetingRoom(server.house(), 3);
  });

  const log = () => readEvents(server.house().db, room.meeting, 0, 10_000);
  return {
    get server() {
      return server;
    },
    get room() {
      return room;
    },
    async tabOf(person = '', wrap) {
      const tab = await openTab(server, person, room.meeting, wrap);
      onTestFinished(() => tab.close());
      await until(() => expect(tab.store.get().connection).toBe('live'));
      return tab;
    },
    log,
    inLog: async () =>
      (await log()).flatMap((event) => (event.kind === 'message.posted' ? [event.text] : [])),
  };
}
