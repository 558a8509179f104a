// npm run db:migrate: brings the database up to date without opening the house.
import { bringUpToDate } from '../open-database.ts';
import { settingsOrExit } from '../read-environment.ts';
import { atTheDatabase } from './at-the-database.ts';

await atTheDatabase(settingsOrExit(), async (connection) => {
  const steps = await bringUpToDate(connection);
  const words = steps.length === 0 ? 'It was up to date already.' : `Done: ${steps.join(', ')}.`;
  process.stdout.write(`${words}\n`);
});
