import { useEffect } from 'react';
import { forgetWritten } from '../live/forget-written.ts';

const name = 'rondo-signed-out';

/** Tells the other tabs of this browser that nobody is signed in here any more. */
export function useTellSignedOut(isSignedOut: boolean): void {
  useEffect(() => {
    if (!isSignedOut || !('BroadcastChannel' in window)) return;
    const channel = new BroadcastChannel(name);
    channel.postMessage(null);
    channel.close();
  }, [isSignedOut]);
}

/**
 * When another tab says so, forgets what was begun in this one and leaves for the sign-in. Who is signed in after all is
 * sent back from there.
 */
export function useLeaveWithOthers(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn || !('BroadcastChannel' in window)) return;
    const channel = new BroadcastChannel(name);
    channel.onmessage = () => {
      forgetWritten();
      const back = location.pathname + location.search;
      location.replace(`/sign-in?${new URLSearchParams({ note: 'signed-out', back })}`);
    };
    return () => channel.close();
  }, [isSignedIn]);
}
