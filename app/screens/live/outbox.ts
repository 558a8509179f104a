import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { openKeptStore } from './kept-store.ts';

/** A command with words in it, kept until the server has it: what is typed is never lost. */
export type OutboxEntry = { id: string; room: string; person: string; command: MemberCommand; at: number };

export const outbox = openKeptStore<OutboxEntry>('rondo-outbox', 'entries');
