// A browser's storage that can be shut while the test runs.
import { installBrowserStorage } from '#test/faults/browser-storage.ts';

/** `asked`: how often it was asked while it was shut. */
export type ShutStorage = { isShut: boolean; asked: number };

/** Installs it, open. Called once at the top of a test file. */
export function openShutStorage(): ShutStorage {
  const storage = { isShut: false, asked: 0 };
  installBrowserStorage();
  const { prototype } = (globalThis as unknown as { IDBDatabase: { prototype: IDBDatabase } }).IDBDatabase;
  const { transaction } = prototype;
  prototype.transaction = function (...wanted) {
    if (!storage.isShut) return transaction.apply(this, wanted);
    storage.asked += 1;
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  };
  return storage;
}
