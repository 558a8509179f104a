import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { PublicShell } from '#app/ui/public-shell.tsx';
import { useFrameHandle } from './reader.ts';

/** The frame for people who are not signed in: it weighs little, because it is the first that anybody loads. */
export function GuestFrame({ children }: { children: ReactNode }) {
  const signIn = (
    <ButtonLink to="/sign-in" kind="plain">
      Sign in
    </ButtonLink>
  );
  return (
    <PublicShell width={useFrameHandle().signedOut} actions={signIn}>
      {children}
    </PublicShell>
  );
}
