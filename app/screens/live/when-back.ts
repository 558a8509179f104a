/** Calls `look` whenever somebody comes back to this page: to its tab, to its window beside another, or by the way back. */
export function whenBack(look: () => void): () => void {
  function onBack(event: Event): void {
    // A page is shown when it is new as well, and nobody came back to it then.
    const isNew = (event as PageTransitionEvent).persisted === false;
    if (document.visibilityState === 'visible' && !isNew) look();
  }
  document.addEventListener('visibilitychange', onBack);
  addEventListener('focus', onBack);
  addEventListener('pageshow', onBack);
  return () => {
    document.removeEventListener('visibilitychange', onBack);
    removeEventListener('focus', onBack);
    removeEventListener('pageshow', onBack);
  };
}
