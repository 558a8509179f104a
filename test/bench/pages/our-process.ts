// Our pages as shipped, for one member of a circle with a season, an agenda and a meeting whose room is open.

import type { AddressInfo } from 'node:net';
import { connect } from '#db/connect.ts';
import { cookieName } from '#server/auth/cookie.ts';
import { openBuild } from '#server/http/builds.ts';
import { openEdge } from '#server/http/open-edge.ts';
import { listen, openServer } from '#server/http/open-server.ts';
import { openLog } from '#server/log.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { aKnownCircle } from '#test/harness/known-circle.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { answerAsks, usage } from '../answer-asks.ts';

const [, , database = ''] = process.argv;
const server = openServer();
await listen(server, '127.0.0.1', 0);
const { port } = server.address() as AddressInfo;
const origin = `http://127.0.0.1:${port}`;
const connection = connect(database, { poolSize: 10 });
const settings = { ...readSettings({}), port, origin };
const house = createHouse({
  connection,
  settings,
  figures: unlimited,
  // Every request is written down as in earnest, to nowhere.
  log: openLog('info', { write: () => true }),
});
server.on('request', openEdge(house, await openBuild()));

/** Who looks, and at which addresses. */
async function visit() {
  await house.db.insertInto('installation').defaultValues().execute();
  const circle = await aKnownCircle(house);
  const token = house.newToken();
  await house.sessions.start(circle.people.member.id, token);
  const pages = { today: '/today', room: `/meetings/${circle.meetings.now}/room` };
  return { origin, pages, cookie: `${cookieName(origin)}=${token}` };
}

answerAsks({ visit, usage: () => usage() }, async () => {
  server.close();
  await connection.close();
});
