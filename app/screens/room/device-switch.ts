import { useSyncExternalStore } from 'react';

/** Something that is on or off on this device, kept by the browser. */
export type DeviceSwitch = { use: () => [boolean, (on: boolean) => void]; isOn: () => boolean };

/** A switch with the name it is kept under. Where a browser keeps nothing it stands as it stood at first. */
export function deviceSwitch(name: string, atFirst: boolean): DeviceSwitch {
  const listeners = new Set<() => void>();

  function isOn(): boolean {
    try {
      const kept = localStorage.getItem(name);
      return kept === null ? atFirst : kept === 'on';
    } catch {
      return atFirst;
    }
  }

  function turn(on: boolean): void {
    try {
      if (on === atFirst) localStorage.removeItem(name);
      else localStorage.setItem(name, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing leaves it as it stood at first.
    }
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { isOn, use: () => [useSyncExternalStore(subscribe, isOn, () => atFirst), turn] };
}
