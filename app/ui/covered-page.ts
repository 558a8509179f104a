import { createContext } from 'react';

/** Whether the page is covered: what stands before it, in a dialog, is out of sight then as well. */
export const CoveredPage = createContext(false);
