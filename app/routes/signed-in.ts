import { read } from '#app/http/door.server.ts';

/** Whether somebody for whom a page was made is still signed in here, for pages that stay open: yes or no, and no word more. */
export const loader = read('signed-in.read', async ({ asker, url }) => {
  const isStill = asker !== null && asker.id === url.searchParams.get('person');
  return new Response(null, { status: isStill ? 204 : 401 });
});
