import { Checkbox } from '#app/ui/checkbox.tsx';
import { RoomDialog } from './room-dialog.tsx';
import { shortcutSwitch, shortcuts } from './shortcuts.ts';

/** The keys of the room, and the switch that turns them off. */
export function ShortcutsDialog({ onDone }: { onDone: () => void }) {
  const [on, switchTo] = shortcutSwitch.use();

  return (
    <RoomDialog title="Keyboard shortcuts" onDone={onDone}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {shortcuts.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="grid min-h-8 min-w-8 place-items-center rounded-sm border border-line-strong bg-well px-2 font-mono">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Use these keys on this device"
        hint="They never do anything while you type."
        name="shortcuts"
        checked={on}
        onChange={(event) => switchTo(event.currentTarget.checked)}
      />
    </RoomDialog>
  );
}
