import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCommand } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { answerAgain, type Draft, type Queued } from './decide-queue.ts';
import type { Done } from './room-states.ts';

/** Gives commands their answers, and asks the log where what we remember may not be enough. */
export function openAnswers({ db, log }: Pick<House, 'db' | 'log'>) {
  /** The answer of a command that is in the log; null when it is not; `busy` when the log cannot be asked. */
  async function answerFromLog(
    queued: Pick<Queued, 'room' | 'id' | 'actor' | 'hash'>,
  ): Promise<Done | Refusal | null> {
    try {
      const before = await findCommand(db, queued.room, queued.id);
      if (!before) return null;
      const { version, actor_id: actor, command_hash: hash } = before;
      return answerAgain({ version, actor, hash: hash ?? '' }, queued);
    } catch (error) {
      log.warn({ err: error, room: queued.room }, 'the log could not be asked');
      return refuse('busy', { retryMs: 2_000 });
    }
  }

  /** A command that wrote nothing may be a retry of one whose answer was lost: then the log has the answer. */
  async function settle(draft: Draft): Promise<void> {
    for (const { queued, answer, wrote } of draft.answers) {
      const remembered = wrote || draft.room.known.has(queued.id);
      queued.settle(remembered ? answer : ((await answerFromLog(queued)) ?? answer));
    }
  }

  return { answerFromLog, settle };
}

export type Answers = ReturnType<typeof openAnswers>;
