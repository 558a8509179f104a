// npm run rescue -- someone@example.org: prints a link with which this person can choose a new password.
import { pino } from 'pino';
import { readAddress } from '#app/domain/people/address.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { pendingMigrations } from '#db/migrate.ts';
import { createHouse } from '../open-house.ts';
import { rescuePerson } from '../people/rescue-person.ts';
import { settingsOrExit } from '../read-environment.ts';
import { atTheDatabase } from './at-the-database.ts';

const email = readAddress(process.argv[2] ?? '');
if (!email) {
  console.error('Whose account? Give the mail address: npm run rescue -- someone@example.org');
  process.exit(1);
}
const settings = settingsOrExit();

await atTheDatabase(settings, async (connection) => {
  if ((await pendingMigrations(connection.db)).length > 0)
    throw new Error(
      'This database is not up to date. If DATABASE_URL and DATA_DIRECTORY are those of your Rondo, run npm run db:migrate first.',
    );
  const house = createHouse({ connection, settings, log: pino({ level: 'silent' }) });
  const made = await rescuePerson(house, email);
  await house.rooms.close();
  if (isRefusal(made)) throw new Error(made.message);
  process.stdout.write(
    `For ${made.name}, to choose a new password. It works once, within 24 hours:\n${made.url}\n`,
  );
});
