import type { MeetingState } from '#app/domain/meeting/state.ts';
import { deviceSwitch } from './device-switch.ts';

/** Whether this device makes sounds in the room. It does not, unless switched on. */
export const soundSwitch = deviceSwitch('rondo-sounds', false);

/** `yours`: something waits for you; `time`: an item's time is up. Each also stands on the screen in words. */
export type Chime = 'yours' | 'time';

/** What is to be heard on the way from one state to the next, or null. */
export function chimeBetween(before: MeetingState, after: MeetingState, me: string): Chime | null {
  const hasFloor = (state: MeetingState) => state.floor.holder?.person === me;
  const isOffered = ({ baton }: MeetingState) => (baton.offer?.to === me ? baton.offer.number : 0);
  if (hasFloor(after) && !hasFloor(before)) return 'yours';
  if (isOffered(after) > isOffered(before)) return 'yours';
  // The house opens the vote on more time when an item's time is up: one instant for everybody, whatever their clock.
  const voteOf = ({ extension }: MeetingState) => (extension?.outcome === null ? extension.closesAt : 0);
  return voteOf(after) > voteOf(before) ? 'time' : null;
}

/** In Hz, one after the other: up for what is yours, down for time that is over. */
const notes: Record<Chime, [number, number]> = { yours: [523.25, 783.99], time: [659.25, 440] };
/** How long one note sounds, in s, and how loud it is, 0 to 1. */
const NOTE = 0.35;
const LOUDNESS = 0.12;

/** Two soft notes. A browser that does not let us, or that nobody has touched yet, stays silent. */
export function play(chime: Chime): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  for (const [index, frequency] of notes[chime].entries()) sound(audio, frequency, index * NOTE * 0.6);
  setTimeout(() => void audio.close(), NOTE * 3_000);
}

function sound(audio: AudioContext, frequency: number, wait: number): void {
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  const from = audio.currentTime + wait;
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, from + NOTE);
  tone.connect(loudness).connect(audio.destination);
  tone.start(from);
  tone.stop(from + NOTE);
}
