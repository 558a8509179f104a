import { useSearchParams } from '@remix-run/react';
import { memo, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { isHandUp } from '#app/domain/meeting/floor.ts';
import { Covered } from '../live/covered.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { AgendaPanel } from './agenda-panel.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { LeadBanner } from './lead-banner.tsx';
import { MoreTime } from './more-time.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { type Room, useRoomParts } from './room-context.ts';
import { RoomDialogs } from './room-dialogs.tsx';
import { type ShortcutKey, useShortcuts } from './shortcuts.ts';
import { Stage } from './stage.tsx';
import { TalkPanel } from './talk-panel.tsx';
import { useAboveKeyboard } from './use-above-keyboard.ts';
import { type View, ViewTabs } from './view-tabs.tsx';

/** What links lead to beside the talk. */
const linked: readonly View[] = ['notes', 'outcome'];

/** The room while it is open. Each part scrolls by itself; the page never does. */
export const LiveRoom = memo(function LiveRoom() {
  const room = useRoomParts();
  const { connection } = room.state;
  const [asked] = useSearchParams();
  const [view, setView] = useState(linked.find((one) => one === asked.get('view')) ?? 'talk');
  const box = useAboveKeyboard();
  useShortcuts(useKeys(room, setView));

  return (
    <div ref={box} className="group/room flex h-full flex-col pb-[var(--keyboard,0px)]">
      <Covered connection={connection}>
        <Stage />
        <PhaseStrip />
        <MoreTime />
        <LeadBanner />
      </Covered>
      <ConnectionLine
        connection={connection}
        place={`/meetings/${room.state.room}/room`}
        circle={room.circle.id}
      />
      <noscript>
        <p className="border-b border-line bg-well px-3 py-2 text-sm md:px-4">
          Without script this page stands still: load it again to see what is new. You can read and write.
        </p>
      </noscript>
      <Covered
        connection={connection}
        className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1fr)_20rem] md:gap-3 md:p-3 lg:grid-cols-[18rem_minmax(0,1fr)_20rem] lg:grid-rows-[auto_minmax(0,3fr)_minmax(0,2fr)]"
      >
        <AgendaPanel className="hidden border-x-0 max-md:rounded-none max-md:border-y-0 group-has-[#view-agenda:checked]/room:flex md:col-start-2 md:row-start-1 md:border-x md:max-lg:group-has-[#view-talk:checked]/room:flex lg:col-start-1 lg:row-span-2 lg:flex" />
        <OutcomePanel className="hidden border-x-0 max-md:rounded-none max-md:border-y-0 group-has-[#view-outcome:checked]/room:flex md:col-start-2 md:row-start-1 md:border-x lg:col-start-1 lg:row-start-3 lg:flex" />
        <TalkPanel className="hidden group-has-[#view-talk:checked]/room:flex md:col-start-1 md:row-start-1 md:flex lg:col-start-2 lg:row-span-2 lg:row-start-2 lg:group-has-[#view-notes:checked]/room:hidden" />
        <NotesPanel
          shown={view === 'notes'}
          className="hidden border-x-0 max-md:rounded-none max-md:border-y-0 group-has-[#view-notes:checked]/room:flex md:col-start-2 md:row-start-1 md:border-x lg:row-span-2 lg:row-start-2"
        />
        <PeoplePanel className="hidden border-x-0 max-md:rounded-none max-md:border-y-0 group-has-[#view-people:checked]/room:flex md:col-start-2 md:row-start-1 md:border-x lg:col-start-3 lg:row-span-3 lg:flex" />
        <ViewTabs view={view} onView={setView} />
      </Covered>
      <RoomDialogs />
    </div>
  );
});

/** What the keys of the room do. */
function useKeys({ meeting, me, leads, act, ask }: Room, setView: (view: View) => void) {
  return useCallback(
    (key: ShortcutKey) => {
      if (key === '?') ask({ what: 'shortcuts' });
      if (key === '.') openMenu();
      if (key === 'n' && leads) act({ kind: 'item.next', running: meeting.running });
      if (key === 'm') {
        // At once: the next key is a letter already, and what has no view has no focus.
        flushSync(() => setView('talk'));
        document.getElementById('composer')?.focus();
      }
      if (key === 'h') {
        if (meeting.floor.holder?.person === me) act({ kind: 'floor.end', person: me });
        else if (isHandUp(meeting.floor, me)) act({ kind: 'hand.lower', person: me });
        else act({ kind: 'hand.raise' });
      }
    },
    [meeting, me, leads, act, ask, setView],
  );
}

/** With the focus in it, so that the arrows walk the menu at once. */
function openMenu(): void {
  const menu = document.querySelector<HTMLElement>('#room-menu summary');
  menu?.focus();
  menu?.click();
}
