import { createContext } from 'react';

/**
 * The value that lets this answer's own scripts run. Browsers hide it from the page, so it is known while the
 * server renders and empty afterwards.
 */
export const NonceContext = createContext<string | undefined>(undefined);
