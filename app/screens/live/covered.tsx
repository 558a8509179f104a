import type { ReactNode } from 'react';
import type { Connection } from './room-state.ts';

type CoveredProps = { connection: Connection; className?: string | undefined; children: ReactNode };

/**
 * What stays in the circle: nobody who comes to this screen after its reader was signed out may read it. It is hidden and
 * not gone, so whoever was writing finds their words in their place when they have signed in again.
 */
export function Covered({ connection, className, children }: CoveredProps) {
  return (
    <div hidden={connection === 'signed-out'} className={className}>
      {children}
    </div>
  );
}
