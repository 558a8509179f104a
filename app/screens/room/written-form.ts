import { createContext, useContext } from 'react';

/** What the composer needs to be a form that works without script. */
export type WrittenForm = {
  /** Ids for the command and the line, made by the server: the same form sent twice says it once. */
  commandId: string;
  message: string;
  /** What went wrong when it was sent the last time, and what was typed. */
  fault?: string | undefined;
  typed?: string | undefined;
};

const WrittenFormContext = createContext<WrittenForm>({ commandId: '', message: '' });
export const WrittenFormProvider = WrittenFormContext.Provider;

export function useWrittenForm(): WrittenForm {
  return useContext(WrittenFormContext);
}
