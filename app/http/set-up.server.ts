import { redirect } from '@remix-run/node';
import { isSetUp } from '#db/installation.ts';
import type { House } from '#server/house.ts';

/** While nobody has made the first account, every way in leads to the first run. */
export async function expectSetUp(house: House): Promise<void> {
  if (!(await isSetUp(house.db))) throw redirect('/welcome');
}
