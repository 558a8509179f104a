import type { From } from '#server/auth/start-session.ts';
import type { Asked } from './asked.ts';

/** Where somebody signs in from: the browser as it names itself, and the network address. */
export function fromWhere({ request, address }: Pick<Asked, 'request' | 'address'>): From {
  return { device: request.headers.get('user-agent'), address };
}
