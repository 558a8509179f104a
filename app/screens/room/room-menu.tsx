import DoorOpen from 'lucide-react/icons/door-open';
import MenuIcon from 'lucide-react/icons/ellipsis-vertical';
import Flag from 'lucide-react/icons/flag';
import Handshake from 'lucide-react/icons/handshake';
import Keyboard from 'lucide-react/icons/keyboard';
import CalendarDays from 'lucide-react/icons/list-ordered';
import Volume from 'lucide-react/icons/volume-2';
import VolumeOff from 'lucide-react/icons/volume-x';
import { Menu } from '#app/ui/menu.tsx';
import { MenuButton, MenuLink } from '#app/ui/menu-items.tsx';
import { useRoomParts } from './room-context.ts';
import { play, soundSwitch } from './sounds.ts';

/** Everything that is done seldom. */
export function RoomMenu() {
  const { state, meeting, circle, leads, ask } = useRoomParts();
  const [sounds, turnSounds] = soundSwitch.use();

  return (
    <div id="room-menu">
      <Menu label="More" icon={MenuIcon}>
        {leads ? (
          <MenuButton type="button" icon={Handshake} onClick={() => ask({ what: 'hand-over' })}>
            Hand over the lead
          </MenuButton>
        ) : null}
        {leads && meeting.status === 'live' ? (
          <MenuButton type="button" icon={Flag} onClick={() => ask({ what: 'close' })}>
            Close the meeting
          </MenuButton>
        ) : null}
        <MenuLink to={`/meetings/${state.room}/agenda`} icon={CalendarDays}>
          Agenda page
        </MenuLink>
        <MenuButton type="button" icon={Keyboard} onClick={() => ask({ what: 'shortcuts' })}>
          Keyboard shortcuts
        </MenuButton>
        <MenuButton
          type="button"
          icon={sounds ? VolumeOff : Volume}
          onClick={() => {
            turnSounds(!sounds);
            if (!sounds) play('yours');
          }}
        >
          {sounds ? 'Turn sounds off' : 'Turn sounds on'}
        </MenuButton>
        <MenuLink to={`/circles/${circle.id}`} icon={DoorOpen}>
          Leave the room
        </MenuLink>
      </Menu>
    </div>
  );
}
