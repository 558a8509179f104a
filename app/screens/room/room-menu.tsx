import DoorOpen from 'lucide-react/icons/door-open';
import MenuIcon from 'lucide-react/icons/ellipsis-vertical';
import Flag from 'lucide-react/icons/flag';
import Handshake from 'lucide-react/icons/handshake';
import Keyboard from 'lucide-react/icons/keyboard';
import CalendarDays from 'lucide-react/icons/list-ordered';
import Volume from 'lucide-react/icons/volume-2';
import VolumeOff from 'lucide-react/icons/volume-x';
import { kept } from '#app/ui/kept.tsx';
import { Menu } from '#app/ui/menu.tsx';
import { MenuButton, MenuLink } from '#app/ui/menu-items.tsx';
import { type Room, useRoomParts } from './room-context.ts';
import { play, soundSwitch } from './sounds.ts';

/** Everything that is done seldom. */
export function RoomMenu() {
  const { state, meeting, circle, leads, ask } = useRoomParts();
  const [sounds, turnSounds] = soundSwitch.use();
  const closes = leads && meeting.status === 'live';

  return (
    <div id="room-menu">
      <Things {...{ room: state.room, circle: circle.id, leads, closes, sounds, ask, turnSounds }} />
    </div>
  );
}

type ThingsProps = Pick<Room, 'leads' | 'ask'> & {
  room: string;
  circle: string;
  closes: boolean;
  sounds: boolean;
  turnSounds: (on: boolean) => void;
};

const Things = import.meta.env.SSR
  ? kept('room-menu', DrawnThings, ({ room, circle, leads, closes, sounds }) =>
      [room, circle, leads, closes, sounds].join(),
    )
  : DrawnThings;

function DrawnThings({ room, circle, leads, closes, sounds, ask, turnSounds }: ThingsProps) {
  return (
    <Menu label="More" icon={MenuIcon}>
      {leads ? (
        <MenuButton type="button" icon={Handshake} onClick={() => ask({ what: 'hand-over' })}>
          Hand over the lead
        </MenuButton>
      ) : null}
      {closes ? (
        <MenuButton type="button" icon={Flag} onClick={() => ask({ what: 'close' })}>
          Close the meeting
        </MenuButton>
      ) : null}
      <MenuLink to={`/meetings/${room}/agenda`} icon={CalendarDays}>
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
      <MenuLink to={`/circles/${circle}`} icon={DoorOpen}>
        Leave the room
      </MenuLink>
    </Menu>
  );
}
