import { Outlet } from '@remix-run/react';
import { MemberFrame } from '#app/screens/frame/member-frame.tsx';
import { WentWrong } from '#app/screens/frame/went-wrong.tsx';

/** The frame around all other pages. */
export default function MembersRoute() {
  return (
    <MemberFrame>
      <Outlet />
    </MemberFrame>
  );
}

export function ErrorBoundary() {
  return (
    <MemberFrame>
      <WentWrong />
    </MemberFrame>
  );
}
