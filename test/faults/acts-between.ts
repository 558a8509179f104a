// What a scripted member does in the circle's own room: threads, begun and answered.
import { type Act, edit, retract, words } from './acts.ts';

/** Mostly words, half of them in answer to others. */
export const actBetween: Act = (room, dice) => {
  const way = dice.between(1, 10);
  if (way === 1) return retract(room, dice);
  if (way <= 3) return edit(room, dice);
  const answered = dice.chance(0.5) ? dice.one(room.meeting.messages) : undefined;
  const thread = answered ? { thread: answered.id } : {};
  return { kind: 'message.post', message: dice.id(), text: words(dice), ...thread };
};
