import { memo, useEffect, useRef } from 'react';
import { remainingMs } from '#app/domain/meeting/timebox.ts';
import { useAnnounce } from '#app/ui/live-region.tsx';
import { tabNow } from '../live/steady-clock.ts';
import { useRoomParts } from './room-context.ts';
import { runningItem } from './running.ts';
import { chimeBetween, play, soundSwitch } from './sounds.ts';
import { spokenChanges } from './spoken-changes.ts';

/** Tells screen readers, and ears that want it, what changes: the item, the floor, the lead, time that is up. */
export const SpokenChanges = memo(function SpokenChanges() {
  const { meeting, state, me, nameOf } = useRoomParts();
  const announce = useAnnounce();
  const before = useRef(meeting);

  useEffect(() => {
    const chime = chimeBetween(before.current, meeting, me);
    if (chime && soundSwitch.isOn()) play(chime);
    for (const sentence of spokenChanges(before.current, meeting, { me, nameOf })) announce(sentence);
    before.current = meeting;
  }, [meeting, me, nameOf, announce]);

  const item = runningItem(meeting);
  const left = item?.clock.state === 'running' ? remainingMs(item, tabNow() + state.offset) : null;
  const title = item?.title;
  useEffect(() => {
    if (left === null || left <= 0) return;
    const timer = setTimeout(() => announce(`The time for ${title} is up.`), left);
    return () => clearTimeout(timer);
  });

  // F8: only whoever speaks is told; nobody is cut off.
  const { holder, turnMs } = meeting.floor;
  const turnLeft =
    holder?.person === me && turnMs !== null ? holder.since + turnMs - tabNow() - state.offset : null;
  useEffect(() => {
    if (turnLeft === null || turnLeft <= 0) return;
    const timer = setTimeout(() => announce('The time for your turn is up.'), turnLeft);
    return () => clearTimeout(timer);
  });
  return null;
});
