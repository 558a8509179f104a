/**
 * At sign-out nothing that was written here stays behind: neither lines and notes that wait nor drafts. Loaded at that moment only,
 * because most pages never wrote anything.
 */
export function forgetWritten(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('rondo-')) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps its storage shut has kept nothing.
  }
  void import('./outbox.ts').then(({ outbox }) => outbox.clear()).catch(() => {});
  void import('./notes-outbox.ts').then(({ notesOutbox }) => notesOutbox.clear()).catch(() => {});
}
