// npm run db:reset: removes everything that members have written and starts over with an empty installation.
import { sql } from 'kysely';
import { bringUpToDate } from '../open-database.ts';
import { settingsOrExit } from '../read-environment.ts';
import { atTheDatabase } from './at-the-database.ts';
import { isLocal } from './is-local.ts';

const settings = settingsOrExit();
if (settings.databaseUrl && !isLocal(settings.databaseUrl) && !process.argv.includes('--yes')) {
  console.error(
    'DATABASE_URL leads to another machine. If everything in it may go for good: npm run db:reset -- --yes',
  );
  process.exit(1);
}

await atTheDatabase(settings, async (connection) => {
  await connection.db.transaction().execute(async (db) => {
    await sql`drop schema if exists graphile_worker cascade`.execute(db);
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
  });
  await bringUpToDate(connection);
  process.stdout.write('The installation is empty again.\n');
});
