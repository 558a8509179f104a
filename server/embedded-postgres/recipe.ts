import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';

/** Everything needed to start the server of one place; `settings` are server settings by name. */
export type Recipe = { place: Place; account: Account; binaries: Binaries; settings: Record<string, string> };
