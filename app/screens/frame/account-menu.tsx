import { Form } from '@remix-run/react';
import CirclePlus from 'lucide-react/icons/circle-plus';
import KeyRound from 'lucide-react/icons/key-round';
import LogOut from 'lucide-react/icons/log-out';
import Search from 'lucide-react/icons/search';
import UserRound from 'lucide-react/icons/user-round';
import UsersRound from 'lucide-react/icons/users-round';
import { kept } from '#app/ui/kept.tsx';
import { MenuButton, MenuLink } from '#app/ui/menu-items.tsx';
import { forgetWritten } from '../live/forget-written.ts';

const signOutForm = 'sign-out';

/** What a member's own menu holds. */
export const AccountMenu = import.meta.env.SSR
  ? kept('account-menu', DrawnMenu, ({ isOrganizer }) => String(isOrganizer))
  : DrawnMenu;

function DrawnMenu({ isOrganizer }: { isOrganizer: boolean }) {
  return (
    <>
      <MenuLink to="/me" icon={UserRound}>
        Profile
      </MenuLink>
      <MenuLink to="/me/account" icon={KeyRound}>
        Password and sign-ins
      </MenuLink>
      <MenuLink to="/search" icon={Search}>
        Search
      </MenuLink>
      <MenuLink to="/circles/new" icon={CirclePlus}>
        Found a circle
      </MenuLink>
      {isOrganizer ? (
        <MenuLink to="/organizer" icon={UsersRound}>
          Look after everyone
        </MenuLink>
      ) : null}
      <MenuButton form={signOutForm} icon={LogOut}>
        Sign out
      </MenuButton>
      <li hidden>
        <Form id={signOutForm} method="post" action="/sign-out" onSubmit={forgetWritten} />
      </li>
    </>
  );
}
