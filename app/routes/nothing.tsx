import { refuse } from '#app/domain/refusal.ts';
import { read } from '#app/http/door.server.ts';

/** Every address that is no page. A route, so that the page around the answer knows who is asking. */
export const loader = read('nothing.read', async () => refuse('not-found'));

export default function Nothing() {
  return null;
}
