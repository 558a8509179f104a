import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { expireLinks } from '#db/one-time-link.ts';
import { updatePassword } from '#db/person.ts';
import { deleteSessions } from '#db/session.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Asker } from '../auth/recognise.ts';
import type { House } from '../house.ts';
import { judgePassword } from './judge-password.ts';
import { provePassword } from './prove-password.ts';

type PasswordChange = { currentPassword: string; newPassword: string; address: string };

/** Changes one's own password. Every other sign-in ends, and every open recovery link with it. */
export async function changePassword(
  house: House,
  actor: Pick<Asker, 'id' | 'sessionId'>,
  { currentPassword, newPassword, address }: PasswordChange,
): Promise<{ ended: number } | Refusal> {
  const proof = { password: currentPassword, address, field: 'currentPassword' };
  const person = await provePassword(house, actor.id, proof);
  if ('refused' in person) return person;

  const owner = { name: person.name, address: person.email };
  const weak = judgePassword(newPassword, owner, 'newPassword');
  if (weak) return weak;
  const hash = await hashPassword(house, newPassword);
  if (hash === 'busy') return refuse('busy');

  const ended = await house.db.transaction().execute(async (tx) => {
    if (!(await updatePassword(tx, actor.id, hash, person.password_hash))) return null;
    await expireLinks(tx, actor.id, new Date(house.now()));
    if (house.settings.mail) await house.enqueue(tx, 'mail-password-changed', { personId: actor.id });
    return deleteSessions(tx, actor.id, actor.sessionId);
  });
  if (!ended) return refuse('out-of-date');

  for (const session of ended) house.cut({ session });
  return { ended: ended.length };
}
