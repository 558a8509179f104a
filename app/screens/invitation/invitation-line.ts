import { type Reader, sayMoment } from '#app/domain/calendar/say-time.ts';
import { type InvitationState, stateOf } from '#app/domain/circle/invitation.ts';

/** A link as it is listed; the times are in the reader's words. */
export type InvitationLine = {
  id: string;
  state: InvitationState;
  maker: string;
  madeOn: string;
  until: string;
  uses: number;
  mostUses: number;
  usedBy: { name: string; when: string }[];
  mayRevoke: boolean;
};

type Row = {
  id: string;
  made_by: string | null;
  maker: string | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  uses: number;
  most_uses: number;
  usedBy: { name: string; usedAt: Date }[];
};

/** A link's row in the words of a reader, who may revoke it when they may invite or made it themselves. */
export function lineOf(row: Row, reader: Reader & { id: string; mayInvite: boolean }): InvitationLine {
  const facts = {
    expiresAt: row.expires_at.getTime(),
    revokedAt: row.revoked_at?.getTime() ?? null,
    uses: row.uses,
    mostUses: row.most_uses,
  };
  return {
    id: row.id,
    state: stateOf(facts, reader.now),
    maker: row.made_by === reader.id ? 'you' : (row.maker ?? 'a former member'),
    madeOn: sayMoment(row.created_at.getTime(), reader),
    until: sayMoment(row.revoked_at?.getTime() ?? facts.expiresAt, reader),
    uses: row.uses,
    mostUses: row.most_uses,
    usedBy: row.usedBy.map(({ name, usedAt }) => ({ name, when: sayMoment(usedAt.getTime(), reader) })),
    mayRevoke: reader.mayInvite || row.made_by === reader.id,
  };
}
