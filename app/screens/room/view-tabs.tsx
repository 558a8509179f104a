import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import ListOrdered from 'lucide-react/icons/list-ordered';
import MessagesSquare from 'lucide-react/icons/messages-square';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import UsersRound from 'lucide-react/icons/users-round';
import { classNames } from '#app/ui/class-names.ts';
import { Icon, type IconDrawing } from '#app/ui/icon.tsx';
import { kept } from '#app/ui/kept.tsx';
import { useRoomParts } from './room-context.ts';

export type View = 'talk' | 'notes' | 'agenda' | 'people' | 'outcome';

type Tab = { view: View; label: string; icon: IconDrawing; count?: number };

/** What stands in the middle of a wide screen. */
const middle: ReadonlySet<View> = new Set<View>(['talk', 'notes']);

type ViewTabsProps = { view: View; onView: (view: View) => void };

/**
 * Which part of the room a small screen shows, at the thumb. Radio buttons and CSS, so that it works before and
 * without script; wide screens show everything but what the middle is for: talk or notes.
 */
export function ViewTabs({ view, onView }: ViewTabsProps) {
  const { meeting } = useRoomParts();
  const hands = meeting.floor.hands.length;
  const caught = meeting.decisions.length + meeting.actions.length;
  return <Tabs {...{ view, onView, hands, caught }} />;
}

type TabsProps = ViewTabsProps & { hands: number; caught: number };

const Tabs = import.meta.env.SSR
  ? kept('view-tabs', DrawnTabs, ({ view, hands, caught }) => [view, hands, caught].join())
  : DrawnTabs;

function DrawnTabs({ view, onView, hands, caught }: TabsProps) {
  const tabs: Tab[] = [
    { view: 'talk', label: 'Talk', icon: MessagesSquare },
    { view: 'notes', label: 'Notes', icon: NotebookPen },
    { view: 'agenda', label: 'Agenda', icon: ListOrdered },
    { view: 'people', label: 'Queue', icon: UsersRound, count: hands },
    { view: 'outcome', label: 'Decided', icon: ClipboardCheck, count: caught },
  ];

  return (
    // Where a phone's keyboard makes the page itself smaller, the tabs make room while somebody writes. A low screen
    // alone hides nothing: it may be a phone on its side, or a page at twice its size.
    <fieldset className="border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] group-data-[keyboard=open]/room:hidden md:max-lg:-mx-3 md:max-lg:-mb-3 md:max-lg:col-span-full lg:col-start-2 lg:row-start-1 lg:overflow-hidden lg:rounded-md lg:border max-md:pointer-coarse:[@media(height<26rem)]:group-has-[:is(textarea,[contenteditable=true]):focus]/room:hidden">
      <legend className="sr-only">What to show</legend>
      <div className="flex">
        {tabs.map((tab) => (
          <label
            key={tab.view}
            htmlFor={`view-${tab.view}`}
            className={classNames(
              'relative flex min-h-13 min-w-0 flex-1 cursor-pointer flex-col items-center justify-center border-t-3 border-transparent text-xs font-medium text-ink-soft has-checked:border-accent has-checked:text-ink has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus',
              tab.view === 'talk' && 'md:max-lg:hidden',
              middle.has(tab.view) ? 'lg:min-h-11 lg:flex-row lg:gap-2 lg:text-sm' : 'lg:hidden',
              // A wide screen with something else chosen on a smaller one shows the talk.
              tab.view === 'talk' &&
                'lg:not-group-has-[#view-notes:checked]/room:border-accent lg:not-group-has-[#view-notes:checked]/room:text-ink',
              // Beside the talk there is always something to see.
              tab.view === 'agenda' &&
                'md:max-lg:group-has-[#view-talk:checked]/room:border-accent md:max-lg:group-has-[#view-talk:checked]/room:text-ink',
            )}
          >
            <input
              type="radio"
              name="view"
              id={`view-${tab.view}`}
              checked={view === tab.view}
              onChange={() => onView(tab.view)}
              className="sr-only"
            />
            <Icon of={tab.icon} />
            <span className="max-w-full truncate">{tab.label}</span>
            {tab.count ? (
              <span className="absolute top-0.5 left-1/2 ml-2 rounded-full bg-well px-1.5 font-semibold tabular-nums">
                <span className="sr-only">, </span>
                {tab.count}
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
