import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSettings, type Settings, SettingsError } from './settings.ts';

/** Reads `.env`, if there is one, and the environment; or says everything that is wrong and ends the process. */
export function settingsOrExit(): Settings {
  const file = path.join(import.meta.dirname, '..', '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
