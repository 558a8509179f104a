// `npm run bench:years -- --json`: what a circle that has talked for years costs whoever opens its room, looks back in it, or
// searches. The figures have no goals; what is not found where it must be ends the run.
import { pino } from 'pino';
import { connect } from '#db/connect.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { readOptions } from './bench-options.ts';
import { startDurableDatabase } from './durable-database.ts';
import { openFigures } from './figures.ts';
import { report } from './report.ts';
import { measureRoom } from './years/measure-room.ts';
import { measureSearch } from './years/measure-search.ts';

const options = readOptions(['room', 'search']);
const figures = openFigures();
const database = await startDurableDatabase(null);
const connection = connect(database.url);
const settings = readSettings({ LOG_LEVEL: 'error' });
const house = createHouse({ connection, settings, log: pino({ level: 'silent' }), figures: unlimited });
const study = { house, figures, rounds: options.rounds };
try {
  const sizes = options.short ? [1_000] : [20_000, 50_000];
  if (options.wants('room')) for (const lines of sizes) await measureRoom(study, lines);
  const library = options.short ? { circles: 12, lines: 500 } : { circles: 200, lines: 10_000 };
  if (options.wants('search')) await measureSearch(study, library);
} finally {
  await house.notes.close();
  await house.rooms.close();
  await connection.close();
  await database.stop();
}
report('years', options, figures, null);
