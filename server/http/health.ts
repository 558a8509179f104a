import { Router } from 'express';
import { sql } from 'kysely';
import { pendingMigrations } from '#db/migrate.ts';
import type { House } from '../house.ts';
import { turnAway } from './turn-away.ts';

/** For whoever watches over the process: does it live, and can it do its work? */
export function health(house: House): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('alive\n');
  });
  router.get('/readyz', async (_request, response) => {
    if (await isReady(house)) response.type('text/plain').send('ready\n');
    else turnAway(response, 503, 'Not ready.');
  });
  return router;
}

/** Ready: the database answers and has taken every step that this program needs. */
async function isReady(house: House): Promise<boolean> {
  try {
    await sql`select 1`.execute(house.db);
    return (await pendingMigrations(house.db)).length === 0;
  } catch (error) {
    house.log.warn({ err: error }, 'not ready');
    return false;
  }
}
