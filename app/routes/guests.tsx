import { Outlet } from '@remix-run/react';
import { GuestFrame } from '#app/screens/frame/guest-frame.tsx';

/** The frame around the pages one comes in by. */
export default function GuestsRoute() {
  return (
    <GuestFrame>
      <Outlet />
    </GuestFrame>
  );
}
