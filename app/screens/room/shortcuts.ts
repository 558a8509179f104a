import { useEffect } from 'react';
import { deviceSwitch } from './device-switch.ts';

/** The keys of the room and what they do. */
export const shortcuts = [
  { key: '?', does: 'Shows this list' },
  { key: 'm', does: 'Goes to where you write' },
  { key: 'h', does: 'Raises or lowers your hand, or ends your turn' },
  { key: 'n', does: 'Starts the next item, if you lead' },
  { key: '.', does: 'Opens the menu' },
] as const;

export type ShortcutKey = (typeof shortcuts)[number]['key'];

/** Whether single keys do something on this device. They do, unless switched off. */
export const shortcutSwitch = deviceSwitch('rondo-shortcuts', true);

/** Calls `press` for each key of the list, but never while somebody types or a dialog is open. */
export function useShortcuts(press: (key: ShortcutKey) => void): void {
  const [on] = shortcutSwitch.use();
  useEffect(() => {
    if (!on) return;
    function hear(event: KeyboardEvent): void {
      const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
      const known = shortcuts.find(({ key }) => key === event.key);
      if (!known || isHeld || isTyping(event.target) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      press(known.key);
    }
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [on, press]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])')
  );
}
